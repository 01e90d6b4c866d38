import { NO_INT_1 } from './referenceData.fixture';
import { regressionBand } from './regressionBand';
import { regressionThroughOrigin } from './regressionThroughOrigin';

describe('regressionThroughOrigin', () => {
  it('agrees with the certified values of NIST StRD NoInt1', () => {
    const result = regressionThroughOrigin(NO_INT_1.x, NO_INT_1.y);
    expect(result.ok && result.value.slope).toBeCloseTo(2.07438016528926, 13);
    expect(result.ok && result.value.slopeError).toBeCloseTo(0.0165289256198347, 14);
    expect(result.ok && result.value.residualSd).toBeCloseTo(3.56753034006338, 12);
    expect(result.ok && result.value.df).toBe(10);
  });

  it('has no doubt about the line at 0', () => {
    const result = regressionThroughOrigin(NO_INT_1.x, NO_INT_1.y);
    const at = result.ok && regressionBand(result.value, { kind: 'confidence', level: 0.95, sides: 'two' })(0);
    expect(at).toEqual({ middle: 0, lower: 0, upper: 0 });
  });

  it.each([
    ['one point', [1, NaN], [1, 2], 'too-few-points'],
    ['x of 0', [0, 0], [1, 2], 'constant-x'],
  ])('refuses %s', (_, x, y, kind) => {
    expect(regressionThroughOrigin(x, y)).toMatchObject({ ok: false, error: { kind } });
  });
});
