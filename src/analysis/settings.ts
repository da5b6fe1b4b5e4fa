/** The settings that a search may try for one candidate: every combination of its mode's dials, the given one among them. */
import type { Dial } from '../modes/definition.js';
import { MODES_BY_NAME } from '../modes/registry.js';
import type { Candidate } from './jobs.js';

/** The place on each dial; on a dial that lacks the given value, that one stands last. */
export type Point = readonly number[];

export class Settings {
  readonly given: Point;
  readonly dials: readonly Dial[];
  private readonly values: readonly (readonly unknown[])[];
  private readonly settings: Readonly<Record<string, unknown>>;

  constructor(readonly candidate: Candidate) {
    const { scenario, mode } = candidate;
    this.dials = MODES_BY_NAME.get(mode)?.tunable?.(scenario) ?? [];
    const request = scenario.modes.find(({ name }) => name === mode);
    this.settings = (request?.settings ?? {}) as Readonly<Record<string, unknown>>;
    const places = this.dials.map(({ setting, values }) => {
      const own = this.settings[setting];
      const place = values.findIndex((value) => JSON.stringify(value) === JSON.stringify(own));
      return place === -1 ? { place: values.length, values: [...values, own] } : { place, values };
    });
    this.given = places.map(({ place }) => place);
    this.values = places.map(({ values }) => values);
  }

  /** Number of combinations. */
  get size(): number {
    return this.values.reduce((product, values) => product * values.length, 1);
  }

  /** From 0 to below `size`, another for each point. */
  indexOf(point: Point): number {
    return point.reduce((index, place, d) => index * (this.values[d]?.length ?? 1) + place, 0);
  }

  /** Every combination as a candidate, in the order of `indexOf`. */
  candidates(): Candidate[] {
    return Array.from({ length: this.size }, (_, index) => this.at(this.pointAt(index)));
  }

  at(point: Point): Candidate {
    const { candidate } = this;
    const { scenario, mode: name } = candidate;
    const chosen = { name, settings: this.settingsAt(point) };
    const modes = scenario.modes.map((request) => (request.name === name ? chosen : request));
    return { ...candidate, scenario: { ...scenario, modes } };
  }

  isGood(point: Point): boolean {
    const { scenario, mode } = this.candidate;
    return (MODES_BY_NAME.get(mode)?.check?.(scenario, this.settingsAt(point)) ?? []).length === 0;
  }

  /** One value as a scenario file says it. */
  words(point: Point, d: number): string {
    return this.dials[d]?.words(this.values[d]?.[point[d] ?? 0]) ?? '';
  }

  /** `chat: 60%, blocks: 4h, stagger: true`. */
  text(point: Point): string {
    return this.dials.map(({ setting }, d) => `${setting}: ${this.words(point, d)}`).join(', ');
  }

  private settingsAt(point: Point): Record<string, unknown> {
    const dialled = this.dials.map(({ setting }, d) => [setting, this.values[d]?.[point[d] ?? 0]] as const);
    return { ...this.settings, ...Object.fromEntries(dialled) };
  }

  pointAt(index: number): Point {
    const point: number[] = [];
    let rest = index;
    for (const values of [...this.values].reverse()) {
      point.unshift(rest % values.length);
      rest = Math.floor(rest / values.length);
    }
    return point;
  }
}
