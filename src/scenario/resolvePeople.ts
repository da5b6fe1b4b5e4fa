/** Groups as written → people, each with abilities, caps and shifts. */
import { formatDuration, formatShare } from '../base/format.js';
import { PEOPLE } from './defaults.js';
import type { Path } from './document.js';
import { dealt } from './dealShifts.js';
import { checkOverlap, resolvePatterns, type Pattern } from './resolveShifts.js';
import type { Resolving } from './resolving.js';
import type { WrittenAbility, WrittenGroup, WrittenPerson, WrittenShifts } from './schemaPeople.js';
import type { ByChannel, Person, Shift } from './types.js';

/** What people have unless their group says otherwise. */
export interface PeopleDefaults {
  /** Every skill that traffic asks for. */
  readonly skills: readonly string[];
  readonly caps: ByChannel<number>;
}

export interface ResolvedPeople {
  readonly people: readonly Person[];
  /** The patterns of each group, and of each person with shifts of their own, with somebody who works each. */
  readonly patterns: readonly WorkedPattern[];
}

export interface WorkedPattern {
  readonly name: string;
  /** Where it is written. */
  readonly path: Path;
  readonly worker: Person;
  readonly shifts: readonly Shift[];
}

type Ability = Omit<Person, 'name' | 'group' | 'shifts'>;

/** All people, group by group. */
export function resolvePeople(
  context: Resolving,
  written: readonly WrittenGroup[],
  defaults: PeopleDefaults,
): ResolvedPeople {
  const people: Person[] = [];
  const patterns: WorkedPattern[] = [];
  const numbered = new Map<string, number>();
  for (const [index, group] of written.entries()) {
    const resolved = resolveGroup(context, ['people', index], group, defaults, numbered);
    people.push(...resolved.people);
    patterns.push(...resolved.patterns);
  }
  return { people, patterns };
}

function resolveGroup(
  context: Resolving,
  path: Path,
  written: WrittenGroup,
  defaults: PeopleDefaults,
  numbered: Map<string, number>,
): ResolvedPeople {
  const { group } = written;
  context.notes.note([...path, 'group'], group, null);
  const members = membersOf(context, path, written, numbered);
  const ability = resolveAbility(context, path, written, defaults);
  const shared = resolvePatterns(context, [...path, 'shifts'], written.shifts);
  const dealing = members.filter(({ own }) => own?.shifts === undefined).length;
  const hands = deal(context, [...path, 'shifts'], shared, dealing);
  const people: Person[] = [];
  const patterns: WorkedPattern[] = [];
  for (const { name, own, path: at } of members) {
    const mine = own === null ? ability : ownAbility(context, at, own, ability);
    const worked =
      own?.shifts === undefined ? (hands.shift() ?? []) : ownShifts(context, [...at, 'shifts'], own.shifts);
    const shifts = worked.flatMap((one) => one.shifts).sort((a, b) => a.start - b.start);
    const worker = { name, group, ...mine, shifts };
    people.push(worker);
    patterns.push(...worked.map((one) => ({ ...one, worker })));
  }
  return { people, patterns: firstOfEach(patterns) };
}

type Hand = Omit<WorkedPattern, 'worker'>;

/** A person's own shifts: all of them. */
function ownShifts(context: Resolving, path: Path, written: WrittenShifts): readonly Hand[] {
  const hands = resolvePatterns(context, path, written).map(({ name, path: at, shiftsAt }) => ({
    name,
    path: at,
    shifts: shiftsAt(0),
  }));
  const all = hands.flatMap(({ shifts }) => shifts).sort((a, b) => a.start - b.start);
  checkOverlap(context, path, all);
  return hands;
}

/** Of the people who work the same pattern, the first. */
function firstOfEach(patterns: readonly WorkedPattern[]): readonly WorkedPattern[] {
  const seen = new Set<Path>();
  return patterns.filter(({ path }) => !seen.has(path) && seen.add(path));
}

interface Member {
  readonly name: string;
  /** What the file says about this person alone. */
  readonly own: WrittenPerson | null;
  readonly path: Path;
}

function membersOf(
  context: Resolving,
  path: Path,
  written: WrittenGroup,
  numbered: Map<string, number>,
): readonly Member[] {
  const { group, count = 0, names } = written;
  if (names !== undefined) {
    return names.map((entry, index) => {
      const at = [...path, 'names', index];
      const name = typeof entry === 'string' ? entry : entry.name;
      context.notes.note(at, name, null);
      return { name, own: typeof entry === 'string' ? null : entry, path: at };
    });
  }
  context.notes.note([...path, 'count'], String(count), null);
  const first = numbered.get(group) ?? 0;
  numbered.set(group, first + count);
  const digits = String(first + count).length;
  return Array.from({ length: count }, (_, index) => ({
    name: `${group} ${String(first + index + 1).padStart(digits, '0')}`,
    own: null,
    path,
  }));
}

/** What each of `size` people works: the first ones get the first pattern. */
function deal(
  context: Resolving,
  path: Path,
  patterns: readonly Pattern[],
  size: number,
): (readonly Hand[])[] {
  const counts = dealt(context, path, patterns, size);
  return patterns.flatMap(({ name, path: at, shiftsAt }, index) => {
    const count = counts[index] ?? 0;
    return Array.from({ length: count }, (_, member) => [
      { name, path: at, shifts: shiftsAt(member / count) },
    ]);
  });
}

function resolveAbility(
  context: Resolving,
  path: Path,
  written: WrittenAbility,
  defaults: PeopleDefaults,
): Ability {
  const { notes } = context;
  const list = (values: readonly string[]): string => values.join(', ');
  const caps = [...path, 'caps'];
  const capOf = (channel: 'chat' | 'messaging'): number =>
    notes.pick(
      [...caps, channel],
      written.caps?.[channel],
      { value: defaults.caps[channel], why: PEOPLE.capsWhy },
      String,
    );
  return {
    channels: notes.pick([...path, 'channels'], written.channels, PEOPLE.channels, list),
    skills: notes.pick(
      [...path, 'skills'],
      written.skills,
      { value: defaults.skills, why: PEOPLE.skillsWhy },
      list,
    ),
    costPerHour: notes.pick([...path, 'costPerHour'], written.costPerHour, PEOPLE.costPerHour, String),
    absence: notes.pick([...path, 'shrinkage'], written.shrinkage, PEOPLE.shrinkage, formatShare),
    lateness: notes.pick([...path, 'lateness'], written.lateness, PEOPLE.lateness, formatDuration),
    caps: { chat: capOf('chat'), messaging: capOf('messaging') },
  };
}

/** What a person has instead of the group's; only what is written is noted. */
function ownAbility({ notes }: Resolving, path: Path, own: WrittenPerson, group: Ability): Ability {
  const keep = <T>(key: string, written: T | undefined, groups: T, words: (value: T) => string): T => {
    if (written !== undefined) notes.note([...path, key], words(written), null);
    return written ?? groups;
  };
  const caps = {
    chat: own.caps?.chat ?? group.caps.chat,
    messaging: own.caps?.messaging ?? group.caps.messaging,
  };
  const written = own.caps === undefined ? undefined : caps;
  return {
    channels: keep('channels', own.channels, group.channels, (values) => values.join(', ')),
    skills: keep('skills', own.skills, group.skills, (values) => values.join(', ')),
    costPerHour: keep('costPerHour', own.costPerHour, group.costPerHour, String),
    absence: keep('shrinkage', own.shrinkage, group.absence, formatShare),
    lateness: keep('lateness', own.lateness, group.lateness, formatDuration),
    caps: keep('caps', written, caps, ({ chat, messaging }) => `chat ${chat}, messaging ${messaging}`),
  };
}
