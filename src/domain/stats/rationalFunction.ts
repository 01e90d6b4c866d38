/** Value at x of the polynomial with these coefficients, constant first (Horner's rule). */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

/** numerator(x) / denominator(x), coefficients with the constant first. */
export const rationalFunction = (numerator: readonly number[], denominator: readonly number[], x: number): number =>
  polynomial(numerator, x) / polynomial(denominator, x);
