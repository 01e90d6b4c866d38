import type { ShiftInterval } from './mannWhitney';

// Reference values: R 4.2.2, suppressWarnings(wilcox.test(x, y, conf.int = TRUE, exact = FALSE, correct = TRUE,
// conf.level = 0.98)). The first two are the examples of R's documentation of wilcox.test.

export interface RankCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** R leaves the continuity correction out here; same crossing, other steps on the way. */
  readonly estimate: number;
  readonly p: number;
}

const ROWS: ReadonlyArray<readonly [string, readonly number[], readonly number[], Pick<RankCase, 'lower' | 'upper' | 'estimate' | 'p'>]> = [
  ['R documentation, permeability constants', [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21], { lower: -0.31999721322183022, upper: 0.98994618206203366, estimate: 0.30250833904157232, p: 0.24462360512698336 }],
  ['R documentation, airquality May and August', [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37], [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85], { lower: -55.000051902312727, upper: -11.999961412557276, estimate: -31.99995872193243, p: 0.00012080783076877442 }],
  ['many ties', [1, 1, 2, 2, 3, 3, 3, 4], [1, 2, 2, 2, 3, 1, 1], { lower: -0.99995192009847067, upper: 2.0000415148368864, estimate: 0.99995231054560363, p: 0.22525290636065315 }],
  ['complete separation', [10, 11, 12, 13, 14, 15, 16, 17], [1, 2, 3, 4, 5, 6, 7, 8], { lower: 5.0000502937784468, upper: 12.999949706221553, estimate: 9, p: 0.00093910569911719033 }],
  ['one against ten', [112], [100, 101, 102, 103, 104, 105, 106, 107, 108, 109], { lower: 3, upper: 12, estimate: 7.5, p: 0.15472892348537853 }],
  ['millionths', [4.37e-06, 5.18e-06, 4.16e-06, 6.60e-06, 5.33e-06, 4.18e-06, 5.49e-06, 5.74e-06, 5.58e-06, 4.69e-06, 6.51e-06, 5.39e-06], [3.38e-06, 1.79e-06, 5.12e-06, 3.96e-06, 3.98e-06, 4.94e-06, 4.82e-06, 4.59e-06, 4.92e-06, 4.78e-06, 4.07e-06, 2.01e-06, 4.62e-06, 3.94e-06, 3.84e-06], { lower: -9.6000000000000013e-07, upper: 4.8099999999999997e-06, estimate: -9.6000000000000013e-07, p: 0.0019451430555051559 }],
  ['thousandths', [0.00353, 0.00452, 0.00542, 0.00636, 0.0049, 0.00539, 0.00495, 0.00362, 0.00459, 0.00461, 0.00494, 0.0061], [0.00476, 0.00384, 0.00375, 0.0047, 0.00456, 0.00331, 0.00329, 0.00436, 0.00477, 0.00389, 0.00488, 0.0044, 0.00339, 0.00434, 0.00287], { lower: 0.00011748885186926631, upper: 0.0015985419243440581, estimate: 0.00075520844335033198, p: 0.0078296766734470852 }],
  ['billions', [6.43e+09, 6.98e+09, 4.63e+09, 3.96e+09, 5.57e+09, 4.86e+09, 7.40e+09, 4.96e+09, 5.69e+09, 5.03e+09, 4.26e+09, 5.19e+09], [2.20e+09, 5.47e+09, 4.15e+09, 6.17e+09, 4.48e+09, 3.29e+09, 4.61e+09, 3.07e+09, 2.75e+09, 4.29e+09, 3.56e+09, 4.00e+09, 4.07e+09, 3.41e+09, 3.43e+09], { lower: 530000000.00003469, upper: 2499999999.9999862, estimate: 1453604504.36905, p: 0.001647983444480779 }],
  ['negative values', [-5.5, -3.1, -2.2, -8, -1], [-4, -3, -2.5, -9, -7, -6], { lower: -4.9999574360143111, upper: 6.7999636255016682, estimate: 1.25, p: 0.41131379177625904 }],
  ['sparse errors on a clean baseline', [0, 0, 0, 0, 0, 1, 3, 2, 1, 5], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], { lower: 0, upper: 2.0000254547819338, estimate: 0.60087339167352738, p: 0.014866251445386789 }],
  ['seven hundredfold, three equal', [100, 100, 100, 100, 100, 100, 100, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], { lower: 6.8250229915387881e-05, upper: 99, estimate: 98.999927858152745, p: 0.0016167728306206081 }],
];

export const RANK_CASES: readonly RankCase[] = ROWS.map(([name, x, y, expected]) => ({ name, x, y, ...expected }));

/** Cases of Kayenta's own suite (MannWhitneySuite.scala), with the limits and the estimate it expects at 95 %. */
export const KAYENTA_CASES: ReadonlyArray<{ readonly name: string; readonly experiment: readonly number[]; readonly control: readonly number[]; readonly expected: ShiftInterval }> = [
  {
    name: 'four against four',
    experiment: [10, 20, 30, 40],
    control: [1, 2, 3, 4],
    expected: { lower: 6, upper: 39, estimate: 22.5 },
  },
  {
    name: 'ninety against ninety, with ties',
    experiment: [2.5, 2.5, 2, 2.5, 3.5, 2, 3.5, 1.5, 3, 3, 2.5, 3.5, 2, 2.5, 2, 2, 5, 3, 2, 1.5, 2, 4, 3, 2.5, 3, 2, 2, 2, 2.5, 3.5, 1.5, 1.5, 3.5, 2, 2.5, 2.5, 3, 3.5, 2.5, 6.5, 2.5, 4, 2.5, 3, 2.5, 6.5, 2.5, 3, 1.5, 2, 2.5, 3, 7.5, 1.5, 2, 4, 2.5, 2, 2.5, 3.5, 4, 2.5, 3, 2.5, 2, 3.5, 3, 16.5, 3, 3, 7, 4.5, 5, 2, 3.5, 6, 1.5, 3, 2.5, 4, 3, 1.5, 5, 3, 2.5, 5.5, 3, 1.5, 2.5, 6],
    control: [1.5, 6, 5, 2.5, 2.5, 2, 2, 3.5, 3, 3, 3, 2, 3, 8, 4, 2.5, 3, 2.5, 2.5, 2, 2.5, 2, 2, 2.5, 3.5, 3, 1.5, 5, 2.5, 5.5, 2, 2.5, 3.5, 2, 2.5, 4, 2, 2, 2, 2, 5.5, 4.5, 4, 3, 3, 3.5, 2.5, 3, 2.5, 4, 6, 2, 5, 6, 3.5, 3, 54.5, 3, 5, 6, 3.5, 4.5, 2.5, 2, 6, 5, 2.5, 3.5, 2, 3, 2.5, 3.5, 3.5, 2.5, 3, 4.5, 3, 15.5, 5, 2.5, 3, 4, 3.5, 4, 4, 2, 4.5, 2.5, 4, 3],
    expected: { lower: -0.500002521696696, upper: -3.486287505871302e-5, estimate: -0.4999393907180323 },
  },
];
