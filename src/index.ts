/** The public library, exported in the order the data flows: scenario, demand, run, comparison, files. */

// What is asked.
export type { Problem, Result } from './base/result.js';
export {
  parseScenario,
  explainScenario,
  type ExplainedScenario,
  type ParseOptions,
} from './scenario/parse.js';
export { Variations, type Change } from './scenario/variations.js';
export { scenarioJsonSchema, type ModeSchema, type ModeSchemas } from './scenario/schema.js';
export { offeredWork, staffedSeconds, type StaffedSeconds } from './scenario/offeredWork.js';
export { CHANNELS, type Channel, type Scenario } from './scenario/types.js';

// What arrives.
export { sampleDemand } from './traffic/demand.js';
export { sampleAttendance } from './traffic/attendance.js';
export { Script, type Demand } from './traffic/script.js';
export type { Draw, Replication } from './traffic/replication.js';
export { commonNumbers } from './traffic/commonNumbers.js';

// What happens.
export type { Mode, Plan, Session, LoginPlan, Unavailable } from './engine/mode.js';
export { ENDING, LOSS, type Floor, type Observer } from './engine/observer.js';
export { run } from './engine/run.js';
export { defineMode, type ModeDefinition } from './modes/definition.js';
export { MODES, MODES_BY_NAME } from './modes/registry.js';

// What was seen.
export { MEASURES, type MeasureDefinition, type MeasureId, type Unit } from './metrics/measures.js';
export type { RunReport } from './metrics/runReport.js';
export { fragmentationSentences, type ReadReport } from './metrics/sentences.js';
export { Tally } from './metrics/tally.js';
export { simulate } from './simulate.js';

// What it means.
export { compare, type CompareOptions } from './analysis/compare.js';
export type { Comparison, CandidateResult, Estimate, PairedDifference } from './analysis/comparison.js';
export type { Candidate, Job, Outcome, Progress, RunJobs } from './analysis/jobs.js';
export { poolingAsides } from './analysis/pooling.js';
export { asGivenAsides, type Searched } from './analysis/best.js';
export { SERVICE_MISSED, objectiveOn, type Objective } from './analysis/objective.js';
export { searchOf, type Search } from './analysis/search.js';
export { sweep, type PlannedPoint } from './analysis/sweep.js';
export type { Sweep, SweepPoint } from './analysis/swept.js';
export { batchMeans, mser5 } from './analysis/steady.js';
export { longRun, type LongRun } from './analysis/longRun.js';

// Is it still so.
export { baselineText, readBaseline, type Baseline } from './baseline/baseline.js';
export { checkBaseline, type Checked, type Moved } from './baseline/check.js';
export { recordBaseline, scenarioFingerprint } from './baseline/record.js';

// How it looks.
export { CHARTS, type Chart, type ChartDefinition } from './charts/registry.js';
export { drawSvg, styled } from './charts/render.js';
export { pngOf } from './charts/writePng.js';

// How it reads.
export { comparisonJson } from './report/comparisonJson.js';
export { intervalsCsv } from './report/intervalsCsv.js';
export { loginsCsv } from './report/loginsCsv.js';
export { measuresCsv } from './report/measuresCsv.js';
export { peopleCsv } from './report/peopleCsv.js';
export { reportsCsv } from './report/reportsCsv.js';
export { conversationTrace } from './report/traceConversation.js';
export { personTrace } from './report/tracePerson.js';

// Who computes.
export { inProcess } from './cluster/inProcess.js';
export { threads, type Threads } from './cluster/threads.js';
