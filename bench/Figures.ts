/** What one way of drawing the fleet page cost. */
export interface Figures {
  readonly milliseconds: number;
  /** Until "now" values and what the ledger holds are there; null where it is not told apart. */
  readonly firstPicture: number | null;
  /** Different expressions asked. */
  readonly expressions: number;
  /** Requests sent. */
  readonly requests: number;
  /** Samples the server says it read. */
  readonly samples: number;
  /** Samples it held at once, in the worst request. */
  readonly peakSamples: number;
  readonly bytes: number;
  /** Longest stretch in which the event loop could not turn, milliseconds. */
  readonly longestBlock: number;
  /** Heap and array buffers above what was there before, bytes. */
  readonly peakHeap: number;
}
