import { linearRegression } from './linearRegression';
import type { LinearFit } from './LinearFit';
import { CARS, WOMEN, type ReferenceData } from './referenceData.fixture';
import { regressionBand } from './regressionBand';

function fitted({ x, y }: ReferenceData): LinearFit {
  const result = linearRegression(x, y);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

// statsmodels 0.15.0, OLS(y, [1, x]).fit().get_prediction([[1, x0]]).summary_frame(alpha): the same quantities as R's
// predict(lm(y ~ x), interval = "confidence" and "prediction"). Columns: x0, level, fit, confidence, prediction.
type Row = readonly [
  data: string,
  x0: number,
  level: number,
  fit: number,
  cLow: number,
  cHigh: number,
  pLow: number,
  pHigh: number,
];
const ROWS: readonly Row[] = [
  ['cars', 5, 0.9, 2.08294890510948, -6.031168393447497, 10.197066203666456, -24.958162379282562, 29.12406018950152],
  ['cars', 15, 0.95, 41.40703649635036, 37.021152153537024, 45.79292083916369, 10.174820505210977, 72.63925248748974],
  ['cars', 21, 0.95, 65.00148905109488, 58.597383784697165, 71.40559431749259, 33.42257364046448, 96.58040446172528],
  ['cars', 21, 0.99, 65.00148905109488, 56.45835764972513, 73.54462045246463, 22.874944804343677, 107.12803329784609],
  ['cars', 40, 0.9, 139.71725547445254, 122.18949763584848, 157.2450133130566, 108.53063823550085, 170.90387271340424],
  ['women', 50, 0.95, 84.9833333333332, 81.90993923353624, 88.05672743313018, 80.47778495556864, 89.48888171109778],
  [
    'women',
    65,
    0.9,
    136.73333333333332,
    136.03602004988247,
    137.43064661678417,
    133.94408019952988,
    139.52258646713676,
  ],
  [
    'women',
    80,
    0.95,
    188.4833333333334,
    185.40993923353645,
    191.55672743313036,
    183.97778495556884,
    192.98888171109797,
  ],
];

describe('regressionBand', () => {
  it.each(ROWS)(
    'of %s at x = %p, level %p agrees with R and statsmodels',
    (data, x0, level, fit, cLow, cHigh, pLow, pHigh) => {
      const line = fitted(data === 'cars' ? CARS : WOMEN);
      const confidence = regressionBand(line, { kind: 'confidence', level, sides: 'two' })(x0);
      const prediction = regressionBand(line, { kind: 'prediction', level, sides: 'two' })(x0);
      const got = [confidence.middle, confidence.lower, confidence.upper, prediction.lower, prediction.upper];
      [fit, cLow, cHigh, pLow, pHigh].forEach((want, i) => {
        expect(Math.abs((got[i] ?? NaN) / want - 1)).toBeLessThan(1e-10);
      });
    }
  );

  it('one-sided 95 % is the two-sided 90 % bound', () => {
    const line = fitted(CARS);
    const one = regressionBand(line, { kind: 'prediction', level: 0.95, sides: 'one' })(21);
    const two = regressionBand(line, { kind: 'prediction', level: 0.9, sides: 'two' })(21);
    expect(one.upper).toBeCloseTo(two.upper, 9);
    expect(one.lower).toBeCloseTo(two.lower, 9);
  });

  it.each([
    [0, 'two'],
    [1, 'two'],
    [NaN, 'two'],
    [0.4, 'one'],
  ] as const)('refuses level %p (%s-sided) by name', (level, sides) => {
    expect(() => regressionBand(fitted(CARS), { kind: 'confidence', level, sides })).toThrow(
      `invalid level of a band: ${level}`
    );
  });
});
