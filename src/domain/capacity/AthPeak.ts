/** Who says so, weakest first: read by this browser, published by another one, a recorded series. */
export type AthOrigin = 'local' | 'published' | 'recorded';

/** Instances and safe limit in place when a peak was reached. */
export interface CapacityThen {
  readonly instances: number | null;
  /** Requests/s an instance. */
  readonly limit: number | null;
}

/**
 * A peak that may be an all-time high: the greatest demand of one span, with what is known around it.
 * Peaks of different rate windows or steps are different facts and are never compared.
 */
export interface AthPeak {
  /** Requests/s. */
  readonly value: number;
  /** When it was reached, epoch milliseconds. */
  readonly at: number;
  /** Rate window, milliseconds. */
  readonly window: number;
  /** Step of the question that found it, milliseconds. */
  readonly step: number;
  /** Span `[from, to)` of which this is the greatest value. */
  readonly from: number;
  readonly to: number;
  /** Share of that span's samples present, 0 to 1; null when not known (a published peak). */
  readonly coverage: number | null;
  readonly origin: AthOrigin;
  /** Uid of the data source, or name of who published it. */
  readonly source: string;
  readonly capacityThen: CapacityThen | null;
  /** Reached while errors were above 2 % or utilisation above 1: true demand was at least this. */
  readonly censored: boolean;
  /** Greatest other look at the same moment: an adjacent step, or a wider rate window around it. Null when nobody looked. */
  readonly secondView: number | null;
}

/** A person's word that the peak reached at `at` does not count. */
export interface PeakVoid {
  readonly at: number;
  readonly reason: string;
  readonly by: string;
}

/** Everything known about the all-time high of one service: a set that only grows. */
export interface AthLedger {
  readonly peaks: readonly AthPeak[];
  readonly voids: readonly PeakVoid[];
}

export const EMPTY_ATH_LEDGER: AthLedger = { peaks: [], voids: [] };
