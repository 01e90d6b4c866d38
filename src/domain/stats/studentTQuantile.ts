import { incompleteBeta } from './incompleteBeta';
import { logBeta } from './logBeta';
import { studentTTwoSidedP } from './studentTTwoSidedP';

// Outline: by symmetry only t > 0 is sought. With half or more of the mass inside ±t the two-sided tail is matched on
// a log scale, else the central mass, so that neither end loses digits. Bracket by growth, then Newton's step where
// it stays in the bracket and bisection on a log scale where it does not.

const MOST_STEPS = 200;
const PRECISION = 4e-16;

/**
 * The t with P(T <= t) = p, relative error about 1e-13 (1e-12 for df below 0.5, where t goes as p to the power -1 / df);
 * infinite where it is beyond the range of numbers.
 * @param p 0 to 1; 0 and 1 give the infinities
 * @param df above 0, need not be whole
 * @throws RangeError naming a bad argument
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`invalid probability: ${p} (0 to 1 is needed)`);
  }
  if (!(df > 0 && df < Infinity)) {
    throw new RangeError(`invalid degrees of freedom: ${df} (a finite number above 0 is needed)`);
  }
  if (p === 0.5) {
    return 0;
  }
  const tail = Math.min(p, 1 - p);
  const t = tail === 0 ? Infinity : positiveT(2 * tail, df);
  return p < 0.5 ? -t : t;
}

/** log(1 + r²), also where r² is beyond the range of numbers. */
const logOnePlusSquare = (r: number): number => (r > 1e100 ? 2 * Math.log(r) : Math.log1p(r * r));

/** t > 0 with P(|T| >= t) = outside. */
function positiveT(outside: number, df: number): number {
  const lnPeak = -logBeta(df / 2, 0.5) - 0.5 * Math.log(df);
  const density = (t: number) => Math.exp(lnPeak - ((df + 1) / 2) * logOnePlusSquare(t / Math.sqrt(df)));
  // The density falls from its peak, so t is at least the central mass over the peak's height.
  const least = (1 - outside) / (2 * Math.exp(lnPeak));
  if (outside > 0.5) {
    // P(|T| <= t) = I_{t²/(df+t²)}(1/2, df/2), written without the loss of 1 - outside.
    const mass = (t: number) => incompleteBeta((t * t) / (df + t * t), 0.5, df / 2, df / (df + t * t));
    return root(
      (t) => Math.log(mass(t)) - Math.log(1 - outside),
      (t) => (2 * density(t)) / mass(t),
      least
    );
  }
  const lnOutside = Math.log(outside);
  const tail = (t: number) => studentTTwoSidedP(t, df);
  return root(
    (t) => lnOutside - Math.log(tail(t)),
    (t) => (2 * density(t)) / tail(t),
    least
  );
}

/** Root of a function that rises through 0 somewhere above `least`. */
function root(f: (t: number) => number, slope: (t: number) => number, least: number): number {
  let [low, high] = bracket(f, least);
  if (f(high) < 0) {
    return Infinity;
  }
  let t = low;
  for (let i = 0; i < MOST_STEPS; i++) {
    const value = f(t);
    [low, high] = value > 0 ? [low, t] : [t, high];
    const next = stepInside(t - value / slope(t), low, high);
    if (Math.abs(next - t) <= PRECISION * next) {
      return next;
    }
    t = next;
  }
  return t;
}

/** Newton's step while it stays in the bracket, else its geometric middle. */
const stepInside = (newton: number, low: number, high: number): number =>
  newton > low && newton < high ? newton : Math.sqrt(low) * Math.sqrt(high);

function bracket(f: (t: number) => number, least: number): [number, number] {
  // A hair below the bound, which itself is only as exact as its last digits.
  let low = least * (1 - 1e-9);
  let factor = 2;
  let high = low * factor;
  while (f(high) < 0 && high < Number.MAX_VALUE) {
    low = high;
    factor *= factor;
    high = Math.min(Number.MAX_VALUE, high * factor);
  }
  return [low, high];
}
