/** HTML as values: a template that escapes whatever is put into it, so that no name in a scenario can break a page. */

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

export type Content = Html | string | number | readonly Content[];

export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  const texts = pieces.map((piece, i) => dense(piece) + (i < values.length ? written(values[i] ?? '') : ''));
  return { html: texts.join('') };
}

/** The indentation of the source is not the page's: a page of many people would double. */
function dense(piece: string): string {
  return piece.replaceAll(/\s*\n\s*/g, '\n');
}

export const NOTHING: Html = { html: '' };

/** Text of the program's own, such as a style sheet, that is put in as it is. */
export function raw(text: string): Html {
  return { html: text };
}

/** Plain data for a `<script type="application/json">`, fractions to so many digits: nothing in it can close the element. */
export function json(data: unknown, digits = 17): Html {
  const short = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;
  return { html: JSON.stringify(data, short).replaceAll('<', '\\u003c') };
}

function written(content: Content): string {
  if (typeof content === 'object') return 'html' in content ? content.html : content.map(written).join('');
  return escaped(String(content));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

export interface Column {
  readonly label: string;
  /** Stands to the right. */
  readonly isNumber: boolean;
}

/** A table with a heading for each column, named for those who do not see it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="${numberColumns(columns.map(({ isNumber }) => isNumber))}">
      <caption class="quiet">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => row(cells))}
      </tbody>
    </table>
  </div>`;
}

/** Without the closing tags that HTML does not ask for: they would be a tenth of a page with hundreds of people. */
export function row(cells: readonly Content[], attributes: Html = NOTHING): Html {
  return raw(`<tr${attributes.html}>${cells.map((cell) => `<td>${written(cell)}`).join('')}\n`);
}

/** Classes of a table whose columns of numbers, counted from 1, stand to the right. */
export function numberColumns(isNumber: readonly boolean[]): string {
  return isNumber.flatMap((is, i) => (is ? `n${i + 1}` : [])).join(' ');
}

/** The style sheet knows so many columns of numbers. */
const MOST_COLUMNS = 16;

export const NUMBER_COLUMNS_STYLE = Array.from({ length: MOST_COLUMNS }, (_, i) => i + 1)
  .map((n) => `.n${n} td:nth-child(${n}),.n${n} th:nth-child(${n})`)
  .join(',');

export function list(sentences: readonly Content[]): Html {
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}
