/** Calls back at an even pace. A browser slows the timers of a hidden page; an implementation in a worker is slowed less. */
export interface Ticker {
  /** @returns what ends it */
  every(milliseconds: number, tick: () => void): () => void;
}
