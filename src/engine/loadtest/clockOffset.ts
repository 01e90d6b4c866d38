/** When both were asked and when each answered, monotonic milliseconds. */
export interface AskedClocks {
  readonly asked: number;
  readonly endpoint: number;
  readonly metrics: number;
}

/**
 * Metrics store's clock less the endpoint's, milliseconds. Each read its clock somewhere between being asked and answering, so
 * the offset is known to that much only: the least that fits counts, or a slow answer would look like a clock that is off.
 * Null = one of them did not tell.
 */
export function clockOffset(metrics: number | null, endpoint: number | null, at: AskedClocks): number | null {
  if (metrics === null || endpoint === null) {
    return null;
  }
  const [least, most] = [metrics - endpoint - (at.metrics - at.asked), metrics - endpoint + (at.endpoint - at.asked)];
  return Math.max(least, Math.min(most, 0));
}
