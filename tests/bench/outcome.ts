// What a round hands back, whoever ran it: how many events, and the numbers that show it ran the right model.

export interface Outcome {
  /** Arrivals, ends of work, consumer messages, abandonments; nothing that came to nothing. */
  readonly events: number;
  readonly checks: Readonly<Record<string, number>>;
}
