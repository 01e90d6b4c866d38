/** One benchmark on the curve; demand of one instance, requests/s. */
export interface CurvePoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly low: number;
  /** Null when open upwards. */
  readonly high: number | null;
  /** Release it was found with; decides colour and shape. */
  readonly version: string | null;
  /** Shown under the pointer. */
  readonly text: string;
}
