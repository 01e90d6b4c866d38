/** Why data cannot say what line they follow. */
export interface RegressionRefusal {
  readonly kind: 'too-few-points' | 'constant-x';
  /** In words, with the numbers. */
  readonly message: string;
}
