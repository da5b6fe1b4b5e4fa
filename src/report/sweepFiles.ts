/** The files of a sweep's folder, by name: one exporter each. */
import type { Sweep } from '../analysis/swept.js';
import { MANIFEST, manifestJson, manifestOf, type Maker } from './manifest.js';
import type { ResultFile } from './resultFiles.js';
import { sweepCsv } from './sweepCsv.js';
import { sweepJson } from './sweepJson.js';

export function sweepFiles(sweep: Sweep, maker: Maker): ResultFile[] {
  const files: ResultFile[] = [
    { name: 'sweep.json', content: sweepJson(sweep) },
    { name: 'sweep.csv', content: sweepCsv(sweep) },
  ];
  const { seed, replications, stopped, demandFingerprints, points } = sweep;
  const made = {
    ...{ seed, replications, interrupted: stopped === 'interrupted', demandFingerprints },
    candidates: points.flatMap(({ results }) => results.map(({ name }) => name)),
  };
  const names = files.map(({ name }) => name);
  return [...files, { name: MANIFEST, content: manifestJson(manifestOf(made, maker, names)) }];
}
