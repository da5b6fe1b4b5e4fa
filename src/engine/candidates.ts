/** The logins that may serve a stream, ranked for routing. What changes is noted, and ranked anew only when somebody asks. */
import { MESSAGING } from '../scenario/types.js';
import type { StreamRules } from './rules.js';
import { Tournament } from './tournament.js';
import { Worklist } from './worklist.js';

/** Logins as one kind of conversation sees them: `weight` is how much it would add to the load of each. */
export class Ranking {
  readonly tournament: Tournament;
  /** Places whose room, fill or last assignment may have changed. */
  readonly changed: Worklist;

  constructor(
    readonly channel: number,
    readonly weight: number,
    /** By place: ties go by this order. */
    readonly logins: Int32Array,
  ) {
    this.tournament = new Tournament(logins.length);
    this.changed = new Worklist(logins.length);
  }
}

interface Place {
  readonly ranking: Ranking;
  readonly place: number;
}

export class Candidates {
  readonly #active: readonly Ranking[];
  readonly #inactive: readonly Ranking[];
  readonly #placesOf: readonly Place[][];

  /** `inactiveWeight`: of conversations handed over while inactive; 1 when there are none. */
  constructor(streams: readonly StreamRules[], logins: number, inactiveWeight: number) {
    const rankings = new Map<string, Ranking>();
    const rankingFor = (rules: StreamRules, weight: number): Ranking => {
      const key = [rules.channel, weight, ...rules.logins].join(' ');
      const ranking = rankings.get(key) ?? new Ranking(rules.channel, weight, rules.logins);
      rankings.set(key, ranking);
      return ranking;
    };
    this.#active = streams.map((rules) => rankingFor(rules, 1));
    this.#inactive = streams.map((rules) =>
      rankingFor(rules, rules.channel === MESSAGING ? inactiveWeight : 1),
    );
    this.#placesOf = Array.from({ length: logins }, () => []);
    for (const ranking of rankings.values())
      ranking.logins.forEach((login, place) => this.#placesOf[login]!.push({ ranking, place }));
  }

  rankingOf(stream: number, weight: number): Ranking {
    return (weight === 1 ? this.#active : this.#inactive)[stream]!;
  }

  /** The login's room, fill or last assignment may have changed. */
  note(login: number): void {
    const places = this.#placesOf[login]!;
    for (let i = 0; i < places.length; i++) places[i]!.ranking.changed.add(places[i]!.place);
  }
}
