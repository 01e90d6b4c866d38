import { mannWhitneyP, NoSpread, rankStatistic, shiftInterval } from './mannWhitney';
import { KAYENTA_CASES, RANK_CASES } from './mannWhitney.fixture';

describe('mannWhitney against R', () => {
  it.each(RANK_CASES.map((c) => [c.name, c] as const))('%s: p', (_, { x, y, p }) => {
    expect(mannWhitneyP(x, y) / p).toBeCloseTo(1, 12);
  });

  it.each(RANK_CASES.map((c) => [c.name, c] as const))('%s: limits, root finder and all', (_, { x, y, lower, upper }) => {
    const interval = shiftInterval(x, y, 0.98);
    const size = Math.max(Math.abs(lower), Math.abs(upper));
    expect(Math.abs(interval.lower - lower) / size).toBeLessThan(1e-12);
    expect(Math.abs(interval.upper - upper) / size).toBeLessThan(1e-12);
  });

  it.each(RANK_CASES.map((c) => [c.name, c] as const))('%s: estimate', (_, { x, y, estimate }) => {
    // Where a whole interval is a root, R and the judge stop at different points of it.
    const { estimate: ours } = shiftInterval(x, y, 0.98);
    const between = rankStatistic(x, y, ours - 2e-4, 0) >= 0 && rankStatistic(x, y, ours + 2e-4, 0) <= 0;
    expect(between || Math.abs(ours - estimate) < 1e-4).toBe(true);
  });

  it('has no answer when every value is the same', () => {
    expect(() => mannWhitneyP([2, 2], [2, 2, 2])).toThrow(NoSpread);
  });

  it.each(KAYENTA_CASES.map((c) => [c.name, c] as const))("agrees with Kayenta's own suite: %s", (_, { experiment, control, expected }) => {
    const { lower, upper, estimate } = shiftInterval(experiment, control, 0.95);
    expect(lower).toBeCloseTo(expected.lower, 9);
    expect(upper).toBeCloseTo(expected.upper, 9);
    // The suite itself allows the estimate 1e-4: R's leaves the continuity correction out.
    expect(Math.abs(estimate - expected.estimate)).toBeLessThan(1e-4);
  });

  it('takes samples longer than a call can have arguments', () => {
    const x = Array.from({ length: 150_000 }, (_, i) => i % 7);
    expect(shiftInterval(x, [3], 0.98)).toMatchObject({ lower: -3, upper: 3 });
  });

  it.each([0, 1, -0.5, NaN])('refuses confidence %p by name', (confidence) => {
    expect(() => shiftInterval([1, 2], [3, 4], confidence)).toThrow(`invalid confidence: ${confidence}`);
  });

  it.each([
    [[], [1]],
    [[1], []],
  ])('needs values on both sides: %j %j', (x, y) => expect(() => shiftInterval(x, y, 0.98)).toThrow('needs values on both sides'));
});
