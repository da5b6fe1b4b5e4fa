/** reports.csv: the two report families, line by line, as the vendor would show them; a blank is what a family does not show. */
import type { Comparison } from '../analysis/comparison.js';
import type { ReportRow } from '../metrics/runReport.js';
import { candidatesCsv, type Columns } from './csv.js';

export const REPORT_COLUMNS: Columns<ReportRow> = {
  family: 'report',
  login: 'login',
  person: 'person',
  loggedInSeconds: 'logged_in_seconds',
  requested: 'requested',
  handled: 'handled',
  closed: 'closed',
  abandonedRate: 'abandoned_rate',
  waitMeanSeconds: 'wait_mean_seconds',
  waitMaxSeconds: 'wait_max_seconds',
  waitP50Seconds: 'wait_p50_seconds',
  waitP90Seconds: 'wait_p90_seconds',
  firstResponseMeanSeconds: 'first_response_mean_seconds',
  responseMeanSeconds: 'response_mean_seconds',
  durationMeanSeconds: 'duration_mean_seconds',
  concurrencyLoggedIn: 'concurrency_logged_in',
  concurrencyEngaged: 'concurrency_engaged',
  loadMean: 'load_mean',
  loadMax: 'load_max',
  perLabourHour: 'per_labour_hour',
};

export function reportsCsv(comparison: Comparison): string {
  return candidatesCsv(
    comparison.candidates.map(({ name, reportRows }) => ({ name, rows: reportRows })),
    REPORT_COLUMNS,
  );
}
