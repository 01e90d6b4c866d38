/** Standard normal deviate from a source of uniform ones (sum of four, scaled: cheap, and never an outlier that fakes a peak). */
export function gaussian(random: () => number): number {
  return (random() + random() + random() + random() - 2) * 1.7320508;
}
