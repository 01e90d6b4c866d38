/**
 * What one guard read over one window. `value` null = nothing to measure (no request ended); it violates only when
 * `violates` says so. A measurement that is itself null = data are missing, which counts as violating.
 */
export interface Measurement {
  readonly value: number | null;
  readonly limit: number;
  readonly violates: boolean;
}

/** Neighbouring sample timestamps from the base to the newest of a window. */
export type WindowTimes = readonly number[];

/** Seconds from the base to the newest. */
export const windowSeconds = (times: WindowTimes): number => ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
