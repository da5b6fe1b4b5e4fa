/** findings.md: the comparison in sentences, and what a manager who reads only the vendor's reports would believe of each candidate. */
import { bestSentences } from '../analysis/bestWords.js';
import type { CandidateResult, Comparison } from '../analysis/comparison.js';
import type { Measures } from '../metrics/runReport.js';
import { fragmentationSentences } from '../metrics/sentences.js';
import { bracketNotes } from './intervalNotes.js';

export function findingsMd(comparison: Comparison): string {
  const { scenario, question, seed, replications, candidates, unavailable } = comparison;
  const parts = [
    `# ${scenario}`,
    ...(question === null ? [] : [question]),
    `${replications} replication${replications === 1 ? '' : 's'}, seed ${seed}.`,
    ...section('Findings', comparison.findings),
    ...bracketNotes(comparison, comparison.findings),
    ...section('Each mode at its best', bestSentences(comparison)),
    ...section(
      'Not compared',
      unavailable.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    '## What the reports would let you believe',
    ...candidates.flatMap((candidate) => [`### ${candidate.name}`, list(told(candidate))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`## ${title}`, list(sentences)];
}

export function told({ estimates, people, reportRows, notes }: CandidateResult): string[] {
  const means = (scope: string): Measures =>
    Object.fromEntries(Object.entries(estimates[scope] ?? {}).map(([measure, { mean }]) => [measure, mean]));
  return [...notes, ...fragmentationSentences({ scopes: { reports: means('reports') }, people, reportRows })];
}

function list(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}
