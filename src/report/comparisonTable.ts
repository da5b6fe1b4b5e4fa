/** The table that answers a planner first: candidates as columns, the measures they ask for as rows, then findings in words. */
import type { CandidateResult, Comparison, Estimate } from '../analysis/comparison.js';
import { MEASURES, type MeasureDefinition } from '../metrics/measures.js';
import { PLANNER_GROUPS } from './plannerRows.js';
import { quantity, scaleOf, type Scale } from './quantity.js';
import type { Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
const NO_DATA = '–';
/** Follows the best value; the other values get a blank in its place, so that the figures stay in line. */
const BEST = '*';

export function comparisonTable(comparison: Comparison, style: Style): string {
  const parts = [
    heading(comparison, style),
    ...blocks(comparison.candidates).map((candidates) => table(comparison, candidates, style)),
    legend(comparison, style),
    unavailable(comparison),
    notes(comparison),
    comparison.findings.map((sentence) => wrapped(`- ${sentence}`, WIDTH, '  ')).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading({ scenario, question, replications, seed }: Comparison, style: Style): string {
  const runs = `${replications} replication${replications === 1 ? '' : 's'}, seed ${seed}`;
  const about =
    replications < 2
      ? `${runs}: one replication has no interval and proves no difference`
      : `${runs}: mean ± half-width of the 95 % interval`;
  return [
    style.bold(scenario),
    ...(question === null ? [] : [wrapped(question, WIDTH)]),
    style.dim(about),
  ].join('\n');
}

/** As many candidates side by side as fit the width, the widest values being about `1234.5 ± 678.9*`. */
function blocks(candidates: readonly CandidateResult[]): (readonly CandidateResult[])[] {
  const perBlock = 4;
  return Array.from({ length: Math.ceil(candidates.length / perBlock) }, (_, block) =>
    candidates.slice(block * perBlock, (block + 1) * perBlock),
  );
}

function table(comparison: Comparison, candidates: readonly CandidateResult[], style: Style): string {
  const rows: TextRow[] = [['', '', ...candidates.map(({ name }) => style.bold(`${name} `))]];
  for (const { title, scope, measures } of PLANNER_GROUPS) {
    const lines = measures.flatMap((measure) => measureRow(comparison, candidates, scope, measure, style));
    if (lines.length > 0) rows.push(style.bold(title), ...lines);
  }
  return textTable(rows, 2);
}

/** None when no candidate of the whole comparison has data. */
function measureRow(
  comparison: Comparison,
  candidates: readonly CandidateResult[],
  scope: string,
  measure: string,
  style: Style,
): TextRow[] {
  const estimateOf = (candidate: CandidateResult): Estimate | undefined =>
    candidate.estimates[scope]?.[measure];
  const all = comparison.candidates.flatMap((candidate) => estimateOf(candidate)?.mean ?? []);
  if (all.length === 0) return [];
  const { label, unit } = definitionOf(measure);
  const scale = scaleOf(unit, all);
  const cells = candidates.map((candidate) => {
    const estimate = estimateOf(candidate);
    const verdict = comparison.verdicts[scope]?.[measure]?.[candidate.name]?.verdict;
    const text = estimate === undefined ? NO_DATA : estimateText(estimate, scale);
    return verdict === 'best' ? style.good(`${text}${BEST}`) : `${text} `;
  });
  return [[`  ${label}`, scale.unit, ...cells]];
}

function definitionOf(measure: string): MeasureDefinition {
  const found = (MEASURES as readonly MeasureDefinition[]).find(({ id }) => id === measure);
  if (found === undefined) throw new Error(`the table asks for "${measure}", which is no measure`);
  return found;
}

function estimateText({ mean, halfWidth }: Estimate, scale: Scale): string {
  const text = quantity(mean, scale);
  return halfWidth === null ? text : `${text} ± ${quantity(halfWidth, scale)}`;
}

function legend({ replications, candidates }: Comparison, style: Style): string {
  if (replications < 2 || candidates.length < 2) return '';
  return style.dim(
    wrapped(
      `${BEST} best beyond chance: its paired differences from all others, on the same demand, exclude zero. ` +
        'No mark: the runs cannot tell, or neither way is better.',
      WIDTH,
    ),
  );
}

function unavailable(comparison: Comparison): string {
  return comparison.unavailable
    .map(({ name, reason }) => wrapped(`${name} is not shown: ${reason}`, WIDTH, '  '))
    .join('\n');
}

function notes({ candidates }: Comparison): string {
  return candidates
    .filter((candidate) => candidate.notes.length > 0)
    .map((candidate) => wrapped(`${candidate.name}: ${candidate.notes.join('; ')}`, WIDTH, '  '))
    .join('\n');
}
