/** What a planner probably meant by a text that a field cannot read, in the field's own notation. A guess need not be good: who asks checks it. */

/** `8 hours`, `8 Std.`, `480 min`, `8,5h` → `8h`, `480m`, `8.5h`; `8:30` may be hours or minutes. */
export function guessDuration(text: string): readonly string[] {
  const [, first, second] = /^(\d+):(\d\d)$/.exec(text.trim()) ?? [];
  if (first !== undefined) return [`${first}h${second ?? ''}m`, `${first}m${second ?? ''}s`];
  return [
    text
      .toLowerCase()
      .replaceAll(/(\d),(\d)/g, '$1.$2')
      .replaceAll(/(\d)\s*(?:days?|tage?n?)\b/g, '$1d')
      .replaceAll(/(\d)\s*(?:hours?|hrs?|std|stunden?)\b\.?/g, '$1h')
      .replaceAll(/(\d)\s*(?:minutes?|mins?|minuten)\b\.?/g, '$1m')
      .replaceAll(/(\d)\s*(?:seconds?|secs?|sek|sekunden?)\b\.?/g, '$1s')
      .replaceAll(/\s|and|und/g, ''),
  ];
}

const CLOCK =
  /^(\d{1,2})(?:\s*[:.h]\s*|(?=\d\d\b))?(\d\d)?(?::00)?\s*(?:h|uhr|o['’]clock)?\s*([ap])?\.?(?:m\.?)?$/;

/** `8am`, `8.30`, `8h30`, `0830`, `8 Uhr` → `08:00`, `08:30`. */
export function guessClock(text: string): readonly string[] {
  const found = CLOCK.exec(text.trim().toLowerCase());
  if (found === null) return [];
  const [, written = '', minutes = '00', half] = found as readonly (string | undefined)[];
  const hour = half === undefined ? Number(written) : (Number(written) % 12) + (half === 'p' ? 12 : 0);
  return [`${String(hour).padStart(2, '0')}:${minutes}`];
}

/** `8-20`, `8:00 to 20:00`, `08:00–20:00`, `24/7` → `08:00-20:00`, `always`. */
export function guessHours(text: string): readonly string[] {
  if (text.trim() === '24/7') return ['always'];
  const ranges = text.split(',').map((range) =>
    range
      .split(/\s*(?:[-–—−]|\bto\b|\btill\b|\buntil\b|\bbis\b)\s*/)
      .flatMap(guessClock)
      .join('-'),
  );
  return [ranges.join(', ')];
}

const DAYS: Readonly<Record<string, string>> = {
  ...{ mo: 'mon', tu: 'tue', we: 'wed', th: 'thu', fr: 'fri', sa: 'sat', su: 'sun' },
  ...{ di: 'tue', mi: 'wed', do: 'thu', so: 'sun' },
};

/** `chat and messaging`, `4;6;` → `chat, messaging`, `4, 6`. */
export function guessList(text: string): string {
  const items = text.split(/\s*(?:[,;+&/]|\band\b|\bund\b)\s*/);
  return items.filter((item) => item !== '').join(', ');
}

/** `Monday to Friday`, `Mo–Fr` → `mon-fri`. */
export function guessDays(text: string): readonly string[] {
  return [
    guessList(text.toLowerCase())
      .replaceAll(/\s*(?:[-–—−]|\bto\b|\bbis\b)\s*/g, '-')
      .replaceAll(/\p{L}+/gu, (word) => DAYS[word.slice(0, 2)] ?? word),
  ];
}

/** `12,5%`, `30 percent`, `%30`, `0,8` → `12.5%`, `30%`, `80%`. */
export function guessShare(text: string): readonly string[] {
  const [found] = /\d+([.,]\d+)?/.exec(text) ?? [];
  if (found === undefined) return [];
  const number = found.replace(',', '.');
  if (/%|percent|prozent/i.test(text)) return [`${number}%`];
  return found === text.trim() ? [`${Number((Number(number) * 100).toPrecision(12))}%`] : [];
}

/** `25.11.2026`, `11/25/2026` → `2026-11-25`; `5/11/2026` is a day of May or of November. */
export function guessDate(text: string): readonly string[] {
  const [a = '', b = '', c = ''] = text.trim().split(/[-./]|[T\s].*/);
  const dates = a.length === 4 ? [[a, b, c]] : [[c, b, a], ...(text.includes('.') ? [] : [[c, a, b]])];
  return [...new Set(dates.map((parts) => parts.map((part) => part.padStart(2, '0')).join('-')))];
}

/** What to do about a text where a number belongs: `write 1300`. */
export function numberHint(text: string): string {
  if (/[=+*/]/.test(text)) return 'write the result, as a plain number';
  if (/\d\s*;\s*\d/.test(text)) return `write ${guessList(text)}: commas stand between the items of a list`;
  const [found = ''] = /week|month|year|woche|monat|jahr/i.test(text)
    ? []
    : (/\d[\d.,'’_\s]*/.exec(text) ?? []);
  const written = found.replace(/\D+$/, '');
  if (/^\d{1,3},\d{3}$/.test(written)) {
    const [thousands, decimal] = [written.replace(',', ''), Number(written.replace(',', '.'))];
    return `write ${thousands}, without a thousands separator, or ${decimal} if that is what is meant`;
  }
  const [, whole = written, fraction] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(written) ?? [];
  const digits = whole.replaceAll(/\D/g, '') + (fraction === undefined ? '' : `.${fraction}`);
  if (digits === '') return 'write a plain number, such as 12';
  if (digits === text.trim()) return `write ${digits} without quotes`;
  return `write ${/^\s*[-−]/.test(text) ? '-' : ''}${digits}: digits alone, and a point before decimals`;
}
