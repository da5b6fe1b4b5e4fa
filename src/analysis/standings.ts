/** Who is best and who is worst of one measure: said only when the intervals say so. */
import type { Standing, Verdict } from './comparison.js';
import { CONFIDENCE, halfWidth, mean } from './interval.js';
import { differences, present, type Better, type Contender } from './paired.js';

/** Up to this many, every pair is judged (and the verdicts agree with the pairs shown); beyond, only against the best. */
const ALL_PAIRS_UP_TO = 3;

/** One contender against another: how much worse it is, and how well that is known. */
interface Duel {
  readonly rival: number;
  readonly worseBy: number;
  /** null: fewer than two common replications. */
  readonly width: number | null;
  readonly n: number;
}

/**
 * Standings by contender's name. Up to three: from the two-sided Bonferroni intervals of all pairs. More: multiple
 * comparisons with the best (Hsu 1984), one-sided with Bonferroni over the k − 1 rivals, whose differences may depend on each
 * other as common random numbers make them (Yang & Nelson 1991); the worst is judged the same way round the other side.
 */
export function standings(better: Better, contenders: readonly Contender[]): Record<string, Standing> {
  const k = contenders.length;
  if (better === null || k < 2) {
    return Object.fromEntries(contenders.map(({ name }) => [name, UNJUDGED]));
  }
  const alpha = 1 - CONFIDENCE;
  const tail = k <= ALL_PAIRS_UP_TO ? alpha / (k * (k - 1)) : alpha / (k - 1);
  const sign = better === 'lower' ? 1 : -1;
  const leader = leaderOf(contenders, sign);
  return Object.fromEntries(
    contenders.map((contender, i) => {
      const duels = contenders.flatMap((rival, j) =>
        j === i ? [] : [duel(contender, rival, j, sign, tail)],
      );
      return [contender.name, standing(duels, leader)];
    }),
  );
}

/** Where there is nothing to judge. */
export const UNJUDGED: Standing = { verdict: null, moreReplications: null, atMostBehind: null };

function standing(duels: readonly Duel[], leader: number): Standing {
  const open = duels.filter((d) => !isWon(d) && !isLevel(d));
  const verdict = verdictOf(duels, open);
  const widths = duels.map(({ worseBy, width }) => (width === null ? Infinity : worseBy + width));
  const behind = Math.max(0, ...widths);
  return {
    verdict,
    moreReplications: verdict === 'cannot tell yet' ? moreReplications(open, leader) : null,
    atMostBehind: Number.isFinite(behind) ? behind : null,
  };
}

function verdictOf(duels: readonly Duel[], open: readonly Duel[]): Verdict {
  if (duels.every(isWon)) return 'best';
  if (duels.every(isLost)) return 'worst';
  if (duels.some(isLost)) return null;
  return open.length > 0 ? 'cannot tell yet' : null;
}

const isWon = ({ worseBy, width }: Duel): boolean => width !== null && worseBy < -width;
const isLost = ({ worseBy, width }: Duel): boolean => width !== null && worseBy > width;
/** Equal in every replication: no number of them would tell the two apart. */
const isLevel = ({ worseBy, width }: Duel): boolean => width === 0 && worseBy === 0;

function duel(a: Contender, b: Contender, rival: number, sign: number, tail: number): Duel {
  const seen = present(differences(a.estimate.values, b.estimate.values));
  if (seen.length === 0) return { rival, worseBy: 0, width: null, n: 0 };
  return { rival, worseBy: sign * mean(seen), width: halfWidth(seen, tail), n: seen.length };
}

/**
 * Half-widths shrink with √n: n·(width ÷ difference)² in all, should the difference stay as it is. Against the leader; for
 * the leader, against the rival hardest to tell.
 */
function moreReplications(open: readonly Duel[], leader: number): number | null {
  const ahead = open.find(({ rival }) => rival === leader);
  const needs = (ahead === undefined ? open : [ahead]).map(({ worseBy, width, n }) =>
    width === null || worseBy === 0 ? Infinity : Math.ceil(n * (width / worseBy) ** 2) - n,
  );
  const need = Math.max(1, ...needs);
  return Number.isFinite(need) ? need : null;
}

function leaderOf(contenders: readonly Contender[], sign: number): number {
  let leader = 0;
  contenders.forEach(({ estimate }, i) => {
    const best = contenders[leader]?.estimate.mean ?? Infinity;
    if (sign * (estimate.mean - best) < 0) leader = i;
  });
  return leader;
}
