/** The words of `--precision` and its companions; what they mean is `precision.ts`, which loads more. */

/** Replications at which the search for precision gives up, unless said otherwise. */
export const AT_MOST = 1000;

export const PRECISION_OPTIONS = {
  precision: { type: 'string', describe: 'Go on until the means of --on are known to within this, as 5%' },
  on: { type: 'string', array: true, describe: 'scope:measure, repeated; default: mean first responses' },
  'at-least': { type: 'string', describe: 'With --precision: the first look; the default is the least' },
  'at-most': { type: 'string', describe: `With --precision: the ceiling; default: ${AT_MOST}` },
} as const;
