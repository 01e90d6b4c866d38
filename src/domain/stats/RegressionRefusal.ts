/** Why data cannot say what line they follow. */
export interface RegressionRefusal {
  /** `beyond-range`: values so large or so close together that their squares are no numbers any more. */
  readonly kind: 'too-few-points' | 'constant-x' | 'beyond-range';
  /** In words, with the numbers. */
  readonly message: string;
}
