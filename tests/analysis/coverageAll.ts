// npm run validate:coverage: the long version, as a table. Exit code 1 when an interval covers outside 93 … 97 %.
import { engineCases } from './coverageEngine.js';
import { coverageCases, coverageOf, wrongAtThree } from './coverageCases.js';

let failed = false;
console.log('| interval | model | intervals | refused | coverage |\n|---|---|---|---|---|');
for (const one of [...coverageCases, ...engineCases, wrongAtThree]) {
  const { share, given, asked } = coverageOf(one, one.long);
  const right = share >= 0.93 && share <= 0.97;
  if (right === (one === wrongAtThree)) failed = true;
  const refused = asked - given;
  console.log(`| ${one.kind} | ${one.model} | ${given} | ${refused} | ${(100 * share).toFixed(1)} % |`);
}
process.exitCode = failed ? 1 : 0;
