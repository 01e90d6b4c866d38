import { NO_INT_1, NO_INT_2 } from './referenceData.fixture';
import { regressionBand } from './regressionBand';
import { regressionThroughOrigin } from './regressionThroughOrigin';

describe('regressionThroughOrigin', () => {
  it.each([
    ['NoInt1', NO_INT_1, 2.07438016528926, 0.0165289256198347, 3.56753034006338, 10],
    ['NoInt2', NO_INT_2, 0.727272727272727, 0.0420827318078432, 0.369274472937998, 2],
  ])('agrees with the certified values of NIST StRD %s', (_, data, slope, slopeError, residualSd, df) => {
    const result = regressionThroughOrigin(data.x, data.y);
    expect(result.ok && result.value.slope / slope).toBeCloseTo(1, 13);
    expect(result.ok && result.value.slopeError / slopeError).toBeCloseTo(1, 13);
    expect(result.ok && result.value.residualSd / residualSd).toBeCloseTo(1, 13);
    expect(result.ok && result.value.df).toBe(df);
  });

  it('has no doubt about the line at 0', () => {
    const result = regressionThroughOrigin(NO_INT_1.x, NO_INT_1.y);
    const at = result.ok && regressionBand(result.value, { kind: 'confidence', level: 0.95, sides: 'two' })(0);
    expect(at).toEqual({ middle: 0, lower: 0, upper: 0 });
  });

  it.each([
    ['one point', [1, NaN], [1, 2], 'too-few-points'],
    ['x of 0', [0, 0], [1, 2], 'constant-x'],
    ['x too small to square', [1e-200, 2e-200], [1, 2], 'beyond-range'],
    ['y too large to square', [1, 2], [1e200, 2e200], 'beyond-range'],
  ])('refuses %s', (_, x, y, kind) => {
    expect(regressionThroughOrigin(x, y)).toMatchObject({ ok: false, error: { kind } });
  });
});
