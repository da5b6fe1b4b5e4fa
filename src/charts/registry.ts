/** Every chart of a comparison, in the order in which they are read. */
import type { ChartDefinition } from './chart.js';
import { firstResponse } from './firstResponse.js';

export type { Chart, ChartDefinition } from './chart.js';

export const CHARTS: readonly ChartDefinition[] = [firstResponse];
