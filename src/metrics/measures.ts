/** Every measure of a run, defined once: id, label, unit, which way is better, and where it is told. */
import { CONSUMER_MEASURES } from './measuresOfConsumers.js';
import { PEOPLE_MEASURES } from './measuresOfPeople.js';
import { REPORT_MEASURES } from './measuresOfReports.js';

export type { MeasureDefinition, Unit } from './measure.js';

/**
 * Consumers' counts and waits are of conversations that arrived after the warm-up, wherever they end. What is told of people
 * and reports is what happened in the time observed, from the end of the warm-up to the horizon.
 */
export const MEASURES = [...CONSUMER_MEASURES, ...PEOPLE_MEASURES, ...REPORT_MEASURES];

export type MeasureId = (typeof MEASURES)[number]['id'];
