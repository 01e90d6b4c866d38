/**
 * Kept history of one question (one KPI of all services of one source and profile, at one step).
 * Rows are in the order of `keys`; each row has `columns` numbers standing at `start + i * step`. NaN is a gap.
 */
export interface LedgerPage {
  readonly schema: 1;
  readonly step: number;
  readonly start: number;
  readonly columns: number;
  readonly keys: readonly string[];
  /** Row-major, `keys.length * columns`. */
  readonly values: Float64Array;
  /** Spans already asked for, whether or not they held samples; sorted, disjoint, `[from, to)` multiples of step. */
  readonly read: ReadonlyArray<readonly [from: number, to: number]>;
  readonly savedAt: number;
}

/** Browser-side store of pages. A cache: losing it costs a first fill, nothing else. */
export interface Ledger {
  /** False when nothing survives a reload (no IndexedDB): works, and says it will be slower. */
  readonly durable: boolean;
  /** Null when absent or unreadable; an unreadable page is deleted. */
  get(id: string): Promise<LedgerPage | null>;
  put(id: string, page: LedgerPage): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}
