// What a round hands back, whoever ran it: how many events, and the numbers that show it ran the right model.

export interface Outcome {
  /** Arrivals, ends of work, consumer messages, abandonments; nothing that came to nothing. */
  readonly events: number;
  readonly checks: Readonly<Record<string, number>>;
}

/** A round in a process of its own, as it prints it. */
export interface Round extends Outcome {
  /** User and system time of all threads, so what the compiler and the collector do beside counts too. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** What was open in a run, with all metrics. */
export interface Weighing {
  readonly mostOpen: number;
  /** Heap and array buffers beyond what the empty floor takes, ÷ open; null: too few were open to tell. */
  readonly bytesEach: number | null;
}
