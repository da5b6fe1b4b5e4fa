/** The table that answers a planner first: candidates as columns, the measures they ask for as rows, then findings in words. */
import { bestSentences } from '../analysis/bestWords.js';
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import {
  comparisonGroups,
  estimateText,
  shownIn,
  type ComparisonCell,
  type ComparisonRow,
} from './comparisonRows.js';
import { bestNote, bracketNotes, rangeNotes } from './intervalNotes.js';
import { poolingTable } from './poolingTable.js';
import type { Scale } from './quantity.js';
import { PLAIN, type Style } from './style.js';
import { textTable, wrapped, type TextRow } from './textTable.js';

const WIDTH = 100;
const NO_DATA = '–';
const GROWS = 'grows';
/** Follows the best value; the other values get a blank in its place, so that the figures stay in line. */
const BEST = '*';

export function comparisonTable(comparison: Comparison, style: Style): string {
  const parts = [
    heading(comparison, style),
    ...blocks(comparison).map((candidates) => new Block(comparison, candidates, style).table()),
    legend(comparison, style),
    ...comparison.pooling.map((one) => poolingTable(one, style, WIDTH)),
    beneath(comparison),
    settingsFrom(comparison, style),
    comparison.findings.map((sentence) => wrapped(`- ${sentence}`, WIDTH, '  ')).join('\n'),
    ...bracketNotes(comparison, comparison.findings).map((sentence) => style.dim(wrapped(sentence, WIDTH))),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading({ scenario, question, replications, seed }: Comparison, style: Style): string {
  const runs = `${replications} replication${replications === 1 ? '' : 's'}, seed ${seed}`;
  const shown =
    replications < 2 ? 'no interval from one replication' : 'mean ± half-width of the 95 % interval';
  return [
    style.bold(wrapped(scenario, WIDTH)),
    ...(question === null ? [] : [wrapped(question, WIDTH)]),
    style.dim(`${runs}: ${shown}`),
  ].join('\n');
}

/** All candidates side by side if they fit the width, or else in few blocks; a mode's scenarios stay together if they can. */
function blocks(comparison: Comparison): CandidateResult[][] {
  const { candidates } = comparison;
  const together = candidates.filter(({ mode }) => mode === candidates[0]?.mode).length;
  const sizes = candidates.map((_, i) => candidates.length - i);
  const whole = sizes.filter((size) => size % together === 0);
  for (const columns of [...whole, ...sizes.filter((size) => size < together)]) {
    const cut = Array.from({ length: Math.ceil(candidates.length / columns) }, (_, block) =>
      candidates.slice(block * columns, (block + 1) * columns),
    );
    const fits = cut.every((block) =>
      new Block(comparison, block, PLAIN)
        .table()
        .split('\n')
        .every((line) => line.length <= WIDTH),
    );
    if (fits || columns === 1) return cut;
  }
  return [];
}

/** Candidates side by side. */
class Block {
  constructor(
    private readonly comparison: Comparison,
    private readonly candidates: readonly CandidateResult[],
    private readonly style: Style,
  ) {}

  table(): string {
    const rows: TextRow[] = [['', '', ...this.candidates.map(({ name }) => this.head(name))]];
    for (const { title, rows: asked } of comparisonGroups(this.comparison))
      rows.push(this.style.bold(title), ...asked.map((row) => this.line(row)));
    return textTable(rows, 2);
  }

  /** `a: blended` on two lines, so that more candidates fit side by side. */
  private head(name: string): string {
    const lines = name.replace(': ', ':\n').split('\n');
    return lines.map((line) => `${this.style.bold(line)} `).join('\n');
  }

  private line({ label, isPart, scale, cells }: ComparisonRow): TextRow {
    const name = isPart ? this.style.dim(`    ${label}`) : `  ${label}`;
    const shown = this.candidates.map((one) => cells.find(({ candidate }) => candidate === one.name));
    return [name, scale.unit, ...shown.map((cell) => this.cell(cell, scale))];
  }

  private cell(cell: ComparisonCell | undefined, scale: Scale): string {
    if (cell === undefined || cell.estimate === null) return `${NO_DATA} `;
    if (cell.grows) return `${GROWS} `;
    const text = estimateText(cell.estimate, scale);
    return cell.isBest ? this.style.good(`${text}${BEST}`) : `${text} `;
  }
}

function legend(comparison: Comparison, style: Style): string {
  const { candidates } = comparison;
  const groups = comparisonGroups(comparison);
  const best = groups.some(({ rows }) => rows.some(({ cells }) => cells.some(({ isBest }) => isBest)));
  const grows = candidates.some(({ growingQueues }) => growingQueues.length > 0);
  const sentences = [
    ...(best ? [`${BEST} ${bestNote(comparison)}`] : []),
    ...rangeNotes(shownIn(groups)),
    ...(grows ? [`${GROWS}: the queue grows without bound, so its mean wait would say nothing.`] : []),
  ];
  return sentences.map((sentence) => style.dim(wrapped(sentence, WIDTH))).join('\n');
}

/** What each candidate decided, told once for those that decided the same, and which could not be played. */
function beneath({ candidates, unavailable }: Comparison): string {
  const decided = new Map<string, string[]>();
  for (const { name, notes } of candidates) {
    const text = notes.join('; ');
    if (text !== '') decided.set(text, [...(decided.get(text) ?? []), name]);
  }
  return [
    ...[...decided].map(([text, names]) => wrapped(`${names.join(', ')}: ${text}`, WIDTH, '  ')),
    ...unavailable.map(({ name, reason }) => wrapped(`${name} is not shown: ${reason}`, WIDTH, '  ')),
  ].join('\n');
}

/** Whether anybody has looked for better settings. */
function settingsFrom(comparison: Comparison, style: Style): string {
  const { best, candidates } = comparison;
  if (candidates.length === 0) return '';
  if (best === null) return style.dim("Settings are as given: blendsim run --best searches each mode's own.");
  const sentences = bestSentences(comparison).map((sentence) => wrapped(sentence, WIDTH, '  '));
  const head = wrapped(`Each mode at its best, by ${best.objective}`, WIDTH);
  return [style.bold(head), ...sentences].join('\n');
}
