/** What does not fit together in a well-formed scenario: names, skills, hours, and more work than hands. */
import { formatDuration } from '../base/format.js';
import { nearest, suggestion } from '../base/nearest.js';
import { STREAM } from './defaults.js';
import type { Path } from './document.js';
import type { Findings } from './findings.js';
import { checkLoad } from './checkLoad.js';
import type { Span } from './opening.js';
import type { Resolved } from './resolve.js';
import type { ModeSchemas, Written } from './schema.js';
import type { WrittenGroup } from './schemaPeople.js';
import type { Person, Scenario, Shift, Stream } from './types.js';

interface CheckedModes {
  readonly modes: ModeSchemas;
  /** What is wrong with another is a warning; undefined: all are played. */
  readonly played: readonly string[] | undefined;
}

/** Checks that need the whole scenario; modes' own checks run only on one that is sound. */
export function checkScenario(
  written: Written,
  resolved: Resolved,
  modes: CheckedModes,
  findings: Findings,
): void {
  const { scenario, openings } = resolved;
  checkNames(scenario, written, findings);
  checkSkills(written, findings);
  checkServed(scenario, findings);
  checkWarmUp(scenario, findings);
  checkShiftHours(resolved, openings, findings);
  if (findings.failed) return;
  checkLoad(scenario, findings);
  checkModes(scenario, written, modes, findings);
}

function checkNames({ streams, people }: Scenario, written: Written, findings: Findings): void {
  const streamNames = new Set<string>();
  for (const [index, { name }] of streams.entries()) {
    const path = ['traffic', index, 'name'];
    if (streamNames.has(name))
      findings.error(path, `there are two streams "${name}"`, 'give each its own name');
    streamNames.add(name);
  }
  const seen = new Set<string>();
  const paths = personPaths(written.people);
  for (const [index, { name }] of people.entries()) {
    if (seen.has(name))
      findings.error(
        paths[index] ?? ['people'],
        `there are two people "${name}"`,
        'give each their own name',
      );
    seen.add(name);
  }
}

function personPaths(groups: readonly WrittenGroup[]): readonly Path[] {
  return groups.flatMap(({ names, count = 0 }, index): Path[] => {
    if (names === undefined) return Array.from({ length: count }, () => ['people', index, 'group']);
    return names.map((_, position) => ['people', index, 'names', position]);
  });
}

function checkSkills({ traffic, people }: Written, findings: Findings): void {
  const asked = [...new Set(traffic.map(({ skill = STREAM.skill.value }) => skill))];
  const check = (skills: readonly string[] | undefined, path: Path): void => {
    for (const [index, skill] of (skills ?? []).entries()) {
      if (asked.includes(skill)) continue;
      const close = nearest(skill, asked);
      const message = `no stream asks for the skill "${skill}"`;
      if (close === undefined)
        findings.warn([...path, index], message, `streams ask for: ${asked.join(', ')}`);
      else findings.error([...path, index], message, suggestion(skill, asked));
    }
  };
  for (const [index, group] of people.entries()) {
    check(group.skills, ['people', index, 'skills']);
    for (const [position, person] of (group.names ?? []).entries()) {
      if (typeof person !== 'string') check(person.skills, ['people', index, 'names', position, 'skills']);
    }
  }
}

function canServe({ channels, skills }: Person, { channel, skill }: Stream): boolean {
  return channels.includes(channel) && skills.includes(skill);
}

function checkServed({ streams, people }: Scenario, findings: Findings): void {
  const skills = [...new Set(people.flatMap((person) => person.skills))];
  for (const [index, stream] of streams.entries()) {
    if (people.some((person) => canServe(person, stream))) continue;
    const hint = skills.includes(stream.skill)
      ? `those with the skill do not handle ${stream.channel}: add it to their channels`
      : suggestion(stream.skill, skills);
    const message = `nobody can serve "${stream.name}": it needs the skill "${stream.skill}" on ${stream.channel}`;
    findings.error(['traffic', index, 'skill'], message, hint);
  }
}

function checkWarmUp({ warmUp, calendar: { horizon } }: Scenario, findings: Findings): void {
  if (warmUp < horizon) return;
  const message = `the warm-up of ${formatDuration(warmUp)} leaves nothing to count: the horizon is ${formatDuration(horizon)}`;
  findings.error(['warmUp'], message, 'shorten it, or add days');
}

/** A pattern that never meets the opening hours of anything its people serve is a mistake; on some days it is worth a word. */
function checkShiftHours(
  { scenario, patterns }: Resolved,
  openings: readonly (readonly Span[])[],
  findings: Findings,
): void {
  for (const { name, shifts, path, worker } of patterns) {
    const spans = scenario.streams.flatMap((stream, index) =>
      canServe(worker, stream) ? (openings[index] ?? []) : [],
    );
    const idle = shifts.filter(
      (shift) => !spans.some((span) => span.start < shift.end && shift.start < span.end),
    );
    if (spans.length === 0 || idle.length === 0) continue;
    if (idle.length === shifts.length) {
      const message = `shift "${name}" lies outside the opening hours of everything its people serve`;
      findings.error([...path, 'start'], message, 'move the shift, or widen `open`');
    } else {
      const [first] = idle as [Shift, ...Shift[]];
      const message = `on ${idle.length} of ${shifts.length} days, shift "${name}" works while nothing its people serve is open`;
      const when =
        first.day < 0
          ? 'the first began on the evening before the start'
          : `the first is day ${first.day + 1}`;
      findings.warn([...path, 'start'], message, `${when}: name its \`days\``);
    }
  }
}

/** A mode that neither the file nor the command line names is no mistake where it cannot be played: its plan says why, and it is left out. */
function checkModes(
  scenario: Scenario,
  { modes: named = {} }: Written,
  { modes, played }: CheckedModes,
  findings: Findings,
): void {
  for (const { name, settings } of scenario.modes) {
    const isAsked = played?.includes(name) ?? false;
    const isWritten = name in named;
    if (!isWritten && !isAsked) continue;
    for (const { path, message, hint } of modes.get(name)?.check?.(scenario, settings) ?? []) {
      if (!isWritten) findings.error(['people'], `${name}: ${message}`, hint);
      else if (isAsked || played === undefined) findings.error(['modes', name, ...path], message, hint);
      else findings.warn(['modes', name, ...path], message, hint);
    }
  }
}
