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

const NO_PLACE = -1;

export class Candidates {
  readonly #active: readonly Ranking[];
  readonly #inactive: readonly Ranking[];
  readonly #rankings: readonly Ranking[];
  /** A row per ranking: the place of each login in it, or −1. */
  readonly #placeOf: readonly Int32Array[];

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
    this.#rankings = [...rankings.values()];
    this.#placeOf = this.#rankings.map((ranking) => {
      const places = new Int32Array(logins).fill(NO_PLACE);
      ranking.logins.forEach((login, place) => (places[login] = place));
      return places;
    });
  }

  rankingOf(stream: number, weight: number): Ranking {
    return (weight === 1 ? this.#active : this.#inactive)[stream]!;
  }

  /** The login's room, fill or last assignment may have changed. */
  note(login: number): void {
    for (let i = 0; i < this.#rankings.length; i++) {
      const place = this.#placeOf[i]![login]!;
      if (place !== NO_PLACE) this.#rankings[i]!.changed.add(place);
    }
  }
}
