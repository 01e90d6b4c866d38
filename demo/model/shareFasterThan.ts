const STEEPNESS = 5;

/** Share of requests faster than `bound` when their median is `median`: log-logistic, whose p99 is 2.5 medians. */
export function shareFasterThan(bound: number, median: number): number {
  return 1 / (1 + (bound / median) ** -STEEPNESS);
}
