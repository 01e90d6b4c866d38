// Brent's root finder in the form of R's `uniroot` (zeroin), step for step, because the ACA judge's limits carry its
// rounding at the tolerance it asks for. Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), ch. 4.

const MOST_ROUNDS = 1001;

interface State {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/**
 * A root of f between `from` and `to`, to an absolute tolerance.
 * Whether f changes its sign there is the caller's to know; without a change the answer is one of the ends, or near it.
 */
export function brentRoot(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  const fa = f(from);
  const fb = f(to);
  if (fa === 0 || fb === 0) {
    return fa === 0 ? from : to;
  }
  let state: State = { a: from, b: to, c: from, fa, fb, fc: fa };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const previous = state.b - state.a;
    state = bestLast(state);
    const { b, c, fb: value } = state;
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || value === 0) {
      return b;
    }
    state = stepped(state, f, atLeast(stepOf(state, previous, half, least), least));
  }
  return state.b;
}

/** b becomes the better of b and c. */
const bestLast = (s: State): State => (Math.abs(s.fc) < Math.abs(s.fb) ? { a: s.b, b: s.c, c: s.b, fa: s.fb, fb: s.fc, fc: s.fb } : s);

const atLeast = (step: number, least: number): number => (Math.abs(step) >= least ? step : step > 0 ? least : -least);

/** Interpolation where it promises to be better than halving. */
function stepOf(s: State, previous: number, half: number, least: number): number {
  if (Math.abs(previous) < least || Math.abs(s.fa) <= Math.abs(s.fb)) {
    return half;
  }
  const d = s.c - s.b;
  const raw = s.a === s.c ? secant(s, d) : inverseQuadratic(s, d);
  const [p, q] = raw.p > 0 ? [raw.p, -raw.q] : [-raw.p, raw.q];
  return p < 0.75 * d * q - Math.abs(least * q) / 2 && p < Math.abs((previous * q) / 2) ? p / q : half;
}

function secant({ fa, fb }: State, d: number): { p: number; q: number } {
  const t = fb / fa;
  return { p: d * t, q: 1 - t };
}

function inverseQuadratic({ a, b, fa, fb, fc }: State, d: number): { p: number; q: number } {
  const q = fa / fc;
  const t1 = fb / fc;
  const t2 = fb / fa;
  return { p: t2 * (d * q * (q - t1) - (b - a) * (t1 - 1)), q: (q - 1) * (t1 - 1) * (t2 - 1) };
}

function stepped({ b, c, fb, fc }: State, f: (x: number) => number, step: number): State {
  const to = b + step;
  const value = f(to);
  const sameSide = (value > 0 && fc > 0) || (value < 0 && fc < 0);
  return sameSide ? { a: b, b: to, c: b, fa: fb, fb: value, fc: fb } : { a: b, b: to, c, fa: fb, fb: value, fc };
}
