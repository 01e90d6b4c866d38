/**
 * Kept history of one question (one KPI of all services of one source and profile, at one step).
 * Rows are in the order of `keys`; each row has `columns` numbers standing at `start + i * step`. NaN is a gap.
 * The number at `t` speaks of the cell `(t - step, t]`.
 */
export interface LedgerPage {
  readonly schema: 1;
  readonly step: number;
  readonly start: number;
  readonly columns: number;
  /** Canonical JSON of each row's labels. */
  readonly keys: readonly string[];
  /** Row-major, `keys.length * columns`. */
  readonly values: Float64Array;
  /**
   * Spans whose cells are final and were asked for, whether or not they held samples; sorted, disjoint, `[from, to)`
   * multiples of step: the numbers at `from + step` up to and including `to`.
   */
  readonly read: ReadonlyArray<readonly [from: number, to: number]>;
  /** When the cells after the last final one were read last; null = never. They are asked again. */
  readonly tailReadAt: number | null;
  /** Chunk size learned so far, cells; null = none yet. */
  readonly chunkCells: number | null;
  readonly savedAt: number;
}

/** Browser-side store of pages, and of what was learnt of a source. A cache: losing it costs a first fill, nothing else. No method rejects. */
export interface Ledger {
  /** False when nothing survives a reload (no IndexedDB): works, and says it will be slower. Known after the first `get`. */
  readonly durable: boolean;
  /** Null when absent or unreadable; an unreadable page is deleted. */
  get(id: string): Promise<LedgerPage | null>;
  put(id: string, page: LedgerPage): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  /** A small document kept under a name, as it was stored: not to be believed before it is parsed. Undefined when absent. */
  recall(name: string): Promise<unknown>;
  /** @param document anything that can be cloned; replaces what was there */
  remember(name: string, document: unknown): Promise<void>;
  /**
   * Adds to a small counter shared by all tabs and returns its new total. A counter starts at 0 in every new `period`
   * (for example `samples`, `2026-03-01`). Add 0 to read it.
   */
  tally(name: string, period: string, add: number): Promise<number>;
}
