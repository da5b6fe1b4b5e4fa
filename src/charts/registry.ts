/** Every chart of a comparison, in the order in which they are read. */
import type { ChartDefinition } from './chart.js';
import { concurrency } from './concurrency.js';
import { costAgainstService } from './costAgainstService.js';
import { firstResponse } from './firstResponse.js';
import { fragmentation } from './fragmentation.js';
import { offeredWork } from './offeredWork.js';
import { pairedDifferences } from './pairedDifferences.js';
import { pooling } from './pooling.js';
import { queueDay } from './queueDay.js';
import { reportRank } from './reportRank.js';
import { timeAtConcurrency } from './timeAtConcurrency.js';
import { utilisation } from './utilisation.js';
import { waitDistribution } from './waitDistribution.js';
import { waitsByInterval } from './waitsByInterval.js';

export type { Chart, ChartDefinition } from './chart.js';

export const CHARTS: readonly ChartDefinition[] = [
  firstResponse,
  pairedDifferences,
  costAgainstService,
  pooling,
  waitsByInterval,
  waitDistribution,
  queueDay,
  offeredWork,
  concurrency,
  timeAtConcurrency,
  utilisation,
  fragmentation,
  reportRank,
];
