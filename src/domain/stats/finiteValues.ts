/** Values that are numbers, and how many were not: Prometheus data is full of NaN (0/0). */
export interface FiniteValues {
  readonly values: number[];
  readonly dropped: number;
}

/** Drops NaN and infinities and counts them. */
export function finiteValues(values: ArrayLike<number>): FiniteValues {
  const kept = Array.from(values).filter(Number.isFinite);
  return { values: kept, dropped: values.length - kept.length };
}
