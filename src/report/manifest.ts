/** run.json: what made a folder of results, and the command that makes it again. It also marks the folder as ours. */

export const MANIFEST = 'run.json';

export interface Manifest {
  readonly blendsim: string;
  readonly node: string;
  /** When the results were written; the only field that two runs of one seed do not share. */
  readonly finishedAt: string;
  /** The command that makes these results again. */
  readonly command: string;
  readonly scenarios: readonly {
    readonly name: string;
    readonly file: string;
    /** Fingerprint of the resolved scenario, its CSV files read in: comments and layout do not change it. */
    readonly hash: string;
  }[];
  readonly seed: string;
  readonly replications: number;
  /** True when the run was stopped and these are the replications that were finished. */
  readonly interrupted: boolean;
  readonly candidates: readonly string[];
  readonly demandFingerprints: readonly string[];
  readonly files: readonly string[];
}

export type Maker = Pick<Manifest, 'blendsim' | 'node' | 'finishedAt' | 'command' | 'scenarios'>;

/** What was made. */
export type Made = Pick<
  Manifest,
  'seed' | 'replications' | 'interrupted' | 'candidates' | 'demandFingerprints'
>;

export function manifestOf(
  { seed, replications, interrupted, candidates, demandFingerprints }: Made,
  maker: Maker,
  files: readonly string[],
): Manifest {
  return {
    ...maker,
    ...{ seed, replications, interrupted, candidates, demandFingerprints },
    files: [...files].sort(),
  };
}

export function manifestJson(manifest: Manifest): string {
  return JSON.stringify(manifest, null, 2) + '\n';
}
