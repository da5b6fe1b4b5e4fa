/** `--precision` and its companions: how exact the chosen means shall be, and between which numbers of replications. */
import { PRECISION_MEASURES } from '../analysis/headline.js';
import { MINIMUM_REPLICATIONS, type PrecisionGoal } from '../analysis/sequential.js';
import { formatShare, parseShare } from '../base/format.js';
import type { Scenario } from '../scenario/types.js';
import { Failure } from './failure.js';
import { measuresNamed } from './measureName.js';
import { wholeNumber } from './numbers.js';
import { AT_MOST } from './precisionOptions.js';

export interface PrecisionArgs {
  readonly precision?: string | undefined;
  readonly on?: readonly string[] | undefined;
  readonly 'at-least'?: string | undefined;
  readonly 'at-most'?: string | undefined;
  readonly replications?: string | undefined;
}

/** Null without `--precision`. */
export function precisionGoal(args: PrecisionArgs, scenario: Scenario): PrecisionGoal | null {
  if (args.precision === undefined) {
    const alone = (['on', 'at-least', 'at-most'] as const).find((name) => args[name] !== undefined);
    if (alone !== undefined) throw new Failure(`--${alone} only means something together with --precision`);
    return null;
  }
  if (args.replications !== undefined)
    throw new Failure(
      '--precision decides itself how many replications are run, so --replications cannot be given as well',
      2,
      'To set a ceiling: --at-most N',
    );
  const relative = parseShare(args.precision);
  if (relative === null || relative <= 0 || relative >= 1)
    throw new Failure(`--precision must be a share between 0% and 100%, such as 5%, not "${args.precision}"`);
  const atLeast = wholeNumber('at-least', args['at-least']) ?? MINIMUM_REPLICATIONS;
  if (atLeast < MINIMUM_REPLICATIONS)
    throw new Failure(
      `--at-least must be ${MINIMUM_REPLICATIONS} or more: fewer replications cannot tell how much they vary`,
    );
  const atMost = wholeNumber('at-most', args['at-most']) ?? Math.max(AT_MOST, atLeast);
  if (atMost < atLeast)
    throw new Failure(`--at-most ${atMost} is below the first look at ${atLeast} replications`);
  const measures = args.on?.flatMap((text) => measuresNamed('on', text, scenario)) ?? PRECISION_MEASURES;
  return { relative, measures, atLeast, atMost };
}

/** The options that ask for the same again. */
export function precisionWords({ relative, measures, atLeast, atMost }: PrecisionGoal): string[] {
  return [
    ...['--precision', formatShare(relative)],
    ...measures.flatMap(({ scope, measure }) => ['--on', `${scope}:${measure}`]),
    ...['--at-least', String(atLeast), '--at-most', String(atMost)],
  ];
}
