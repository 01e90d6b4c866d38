import { rationalFunction } from './rationalFunction';

// Outline: rational approximations of the quantile around the middle (|p - 1/2| <= 0.425) and, in r = sqrt(-ln tail),
// for the tails. Source: M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), PPND16: relative error 1e-16.

const MIDDLE_UP = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const MIDDLE_DOWN = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const TAIL_UP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const TAIL_DOWN = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_UP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_DOWN = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/**
 * The z with P(Z <= z) = p for the standard normal distribution, to double precision.
 * @param p 0 to 1; 0 and 1 give the infinities
 * @throws RangeError when p is not in [0, 1]
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`invalid probability: ${p} (0 to 1 is needed)`);
  }
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    return fromMiddle * rationalFunction(MIDDLE_UP, MIDDLE_DOWN, 0.180625 - fromMiddle * fromMiddle);
  }
  const tail = fromMiddle < 0 ? p : 1 - p;
  const z = tail === 0 ? Infinity : tailZ(Math.sqrt(-Math.log(tail)));
  return fromMiddle < 0 ? -z : z;
}

const tailZ = (r: number): number =>
  r <= 5 ? rationalFunction(TAIL_UP, TAIL_DOWN, r - 1.6) : rationalFunction(FAR_UP, FAR_DOWN, r - 5);
