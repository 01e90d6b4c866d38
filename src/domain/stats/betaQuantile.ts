import { incompleteBeta } from './incompleteBeta';
import { logBeta } from './logBeta';

// Outline: the equation ln I_x(a, b) = ln p is solved in u = ln(x / (1 - x)), so that neither an x of 1e-9 nor one of
// 1 - 1e-9 loses digits: Newton's step where it stays in the bracket, else its middle. Above p = 1/2 the mirror image
// I_{1-x}(b, a) = 1 - p is solved instead.

const FARTHEST = 700;
const MOST_STEPS = 300;

/** A quantile of the beta distribution from both ends, so that the one near 0 keeps its digits. */
export interface BetaQuantile {
  readonly x: number;
  /** 1 - x. */
  readonly complement: number;
}

/**
 * The x with I_x(a, b) = p (the p-quantile of the beta distribution), relative error of both ends about 1e-12.
 * @param p above 0, below 1
 * @param a above 0, as b; neither need be whole
 * @throws RangeError naming a bad argument
 */
export function betaQuantile(p: number, a: number, b: number): BetaQuantile {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`invalid probability: ${p} (above 0 and below 1 is needed)`);
  }
  if (p > 0.5) {
    const { x, complement } = lowerHalf(1 - p, b, a);
    return { x: complement, complement: x };
  }
  return lowerHalf(p, a, b);
}

function lowerHalf(p: number, a: number, b: number): BetaQuantile {
  const lnP = Math.log(p);
  const lnB = logBeta(a, b);
  let [low, high] = [-FARTHEST, FARTHEST];
  let u = Math.max(low, Math.min(high, Math.log(a / b)));
  for (let i = 0; i < MOST_STEPS; i++) {
    const { x, complement } = endsOf(u);
    const mass = incompleteBeta(x, a, b, complement);
    const off = Math.log(mass) - lnP;
    [low, high] = off > 0 ? [low, u] : [u, high];
    const slope = Math.exp(a * Math.log(x) + b * Math.log(complement) - lnB) / mass;
    const next = stepInside(u - off / slope, low, high);
    if (Math.abs(next - u) <= 2 * Number.EPSILON * Math.abs(next)) {
      return endsOf(next);
    }
    u = next;
  }
  return endsOf(u);
}

/** Newton's step while it stays in the bracket, else its middle. */
const stepInside = (newton: number, low: number, high: number): number => (newton > low && newton < high ? newton : (low + high) / 2);

/** x and 1 - x of u = ln(x / (1 - x)). */
const endsOf = (u: number): BetaQuantile => ({ x: 1 / (1 + Math.exp(-u)), complement: 1 / (1 + Math.exp(u)) });
