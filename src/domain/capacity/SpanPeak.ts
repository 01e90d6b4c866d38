/** Greatest value of one span (an hour, a day) of a finer series. */
export interface SpanPeak {
  /** Start of the span, epoch milliseconds. */
  readonly from: number;
  readonly value: number;
  /** When it was reached; the earliest of equals. */
  readonly at: number;
  /** Share of the span's samples present, 0 to 1. */
  readonly coverage: number;
}
