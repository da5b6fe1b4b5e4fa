/**
 * Exact counts per sample × mode × seed stand in counts.txt: a wrong rule cannot hide from them. After a change of behaviour
 * that is meant, write the table anew with `UPDATE_GOLDEN=1 npx vitest run tests/golden` and read the diff line by line.
 *
 * Columns: conversations opened (follow-ups too), how they ended (completed; auto-closed; timed out; walked out; abandoned;
 * silently abandoned), still open at the horizon, answers sent, whole hours that hands were busy, and events of the engine.
 * Seeds are those of the scenario with replications 0 and 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Seconds } from '../../src/base/units.js';
import type { Floor, Observer } from '../../src/engine/observer.js';
import { run } from '../../src/engine/run.js';
import { MODES } from '../../src/modes/registry.js';
import { sampleAttendance } from '../../src/traffic/attendance.js';
import { sampleDemand } from '../../src/traffic/demand.js';
import { SAMPLES, sampleScenario } from '../support/samples.js';
import { Silent } from '../support/silent.js';

const FILE = fileURLToPath(new URL('counts.txt', import.meta.url));
const HEADER =
  'scenario mode seed opened completed auto-closed timed-out walked-out abandoned silently open answers busy-hours events'.split(
    ' ',
  );

class Counts extends Silent implements Observer {
  opened = 0;
  answers = 0;
  busy: Seconds = 0;
  readonly endings = [0, 0, 0, 0, 0, 0];
  readonly #begun: Seconds[] = [];
  #floor!: Floor;

  override begin(floor: Floor): void {
    this.#floor = floor;
  }

  override arrived(): void {
    this.opened++;
  }
  override answered(): void {
    this.answers++;
  }
  override ended(_c: number, ending: number): void {
    this.endings[ending]! += 1;
  }
  override workStarted(p: number): void {
    this.#begun[p] = this.#floor.now;
  }
  override workEnded(p: number): void {
    this.busy += this.#floor.now - this.#begun[p]!;
  }
}

function rowsOf(name: string): (string | number)[][] {
  const scenario = sampleScenario(name);
  return MODES.flatMap((mode) => {
    const settings = scenario.modes.find((request) => request.name === mode.name)?.settings;
    const plan = mode.plan(scenario, settings ?? mode.settings.parse({}));
    if ('unavailable' in plan) return [];
    return [0, 1].map((replication) => {
      const counts = new Counts();
      const demand = sampleDemand(scenario, scenario.seed, replication);
      const attendance = sampleAttendance(scenario, scenario.seed, replication);
      const events = run(scenario, plan, demand, attendance, counts);
      const ended = counts.endings.reduce((sum, n) => sum + n, 0);
      const [completed, autoClosed, timedOut, abandoned, silently, walkedOut] = counts.endings;
      return [
        ...[name, mode.name, `${scenario.seed}/${replication}`, counts.opened],
        ...[completed!, autoClosed!, timedOut!, walkedOut!, abandoned!, silently!],
        ...[counts.opened - ended, counts.answers, Math.floor(counts.busy / 3600), events],
      ];
    });
  });
}

/** Columns in line: words to the left, numbers to the right. */
function tableOf(rows: readonly (string | number)[][]): string {
  const cells = [HEADER, ...rows].map((row) => row.map(String));
  const widths = HEADER.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return cells.map(line).join('\n') + '\n';
}

test('exact counts of every sample, mode and seed', () => {
  const table = tableOf(SAMPLES.flatMap(rowsOf));
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(FILE, table);
  expect(table).toBe(readFileSync(FILE, 'utf8'));
});
