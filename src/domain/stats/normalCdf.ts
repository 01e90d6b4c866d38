import { rationalFunction } from './rationalFunction';

// Outline: rational approximations on three ranges of |z|: to 0.6745 around the middle, to sqrt(32) and beyond it for
// the tail, whose exp(-z²/2) is split at 1/16 so that squaring loses no digits.
// Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), in the
// arrangement of "Algorithm 715", ACM TOMS 19 (1993), also used by R's pnorm. simple-statistics' own is a two-decimal table.

const MIDDLE = 0.67448975;
const FAR = Math.sqrt(32);
const ONE_OVER_SQRT_2PI = 0.3989422804014327;

const MIDDLE_UP = [
  18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113,
];
const MIDDLE_DOWN = [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1];
const TAIL_UP = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226,
  93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
];
const TAIL_DOWN = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755,
  1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
];
const FAR_UP = [
  2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639, 0.21589853405795699,
  0.02307344176494017303,
];
const FAR_DOWN = [
  7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1,
];

/**
 * P(Z <= z) for the standard normal distribution, to double precision, also in the lower tail.
 * @throws RangeError when z is NaN
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) {
    throw new RangeError('invalid z: NaN');
  }
  const distance = Math.abs(z);
  if (distance <= MIDDLE) {
    return 0.5 + z * rationalFunction(MIDDLE_UP, MIDDLE_DOWN, z * z);
  }
  const tail = distance < 40 ? upperTail(distance) : 0;
  return z < 0 ? tail : 1 - tail;
}

function upperTail(distance: number): number {
  const coarse = Math.trunc(distance * 16) / 16;
  const density = Math.exp(-coarse * coarse * 0.5) * Math.exp(-(distance - coarse) * (distance + coarse) * 0.5);
  if (distance <= FAR) {
    return density * rationalFunction(TAIL_UP, TAIL_DOWN, distance);
  }
  const inverseSquare = 1 / (distance * distance);
  const correction = inverseSquare * rationalFunction(FAR_UP, FAR_DOWN, inverseSquare);
  return (density * (ONE_OVER_SQRT_2PI - correction)) / distance;
}
