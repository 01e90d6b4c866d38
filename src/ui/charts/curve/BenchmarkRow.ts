/** One benchmark on record, as a curve draws it. */
export interface BenchmarkRow {
  readonly service: string;
  readonly at: number;
  readonly low: number;
  readonly high: number | null;
  readonly version: string | null;
  readonly origin: string | null;
  readonly by: string | null;
  readonly note: string | null;
}
