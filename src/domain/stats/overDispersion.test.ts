import { overDispersion, total } from './overDispersion';

const windows = (...events: number[]) => events.map((e) => ({ events: e, trials: 100 }));

describe('overDispersion', () => {
  // Pearson by hand: p = 0.1, (e - 10)^2 / 9 summed over df.
  it.each([
    ['alternating 0 and 20: (6 x 100/9) / 5', [windows(0, 20, 0, 20, 0, 20)], 600 / 9 / 5],
    ['all alike', [windows(10, 10, 10, 10)], 1],
    ['fewer than independent is still 1', [windows(9, 10, 11)], 1],
    ['no events', [windows(0, 0, 0)], 1],
    ['nothing', [], 1],
    ['an instance without errors tells nothing', [windows(0, 20, 0, 20, 0, 20), windows(0, 0, 0, 0, 0, 0)], 600 / 9 / 5],
  ])('%s', (_, groups, phi) => expect(overDispersion(groups, 100)).toBeCloseTo(phi, 9));

  it('sees bursts that outlast a window', () => {
    const burst = [windows(20, 20, 20, 0, 0, 0, 20, 20, 20, 0, 0, 0)];
    expect(overDispersion(burst, 100)).toBeCloseTo((4 * 900) / 27 / 3, 9);
  });

  it('grows with the trials of a window: a rate that wanders weighs more', () => {
    const groups = [windows(0, 20, 0, 20, 0, 20)];
    expect(overDispersion(groups, 300) - 1).toBeCloseTo(3 * (overDispersion(groups, 100) - 1), 9);
    expect(overDispersion(groups, 10)).toBe(overDispersion(groups, 100));
  });

  it('leaves a window without trials out: it is no degree of freedom', () => {
    const gaps = [windows(0, 20, 0, 20, 0, 20).flatMap((w) => [w, { events: 0, trials: 0 }])];
    expect(overDispersion(gaps, 100)).toBeCloseTo(600 / 9 / 5, 9);
  });

  it.each([
    [-1, 10],
    [11, 10],
    [NaN, 10],
    [1, Infinity],
  ])('refuses %p of %p', (events, trials) => expect(() => overDispersion([[{ events, trials }]], 100)).toThrow(`invalid counts: ${events} of ${trials}`));

  it('refuses trials that are no number', () => expect(() => overDispersion([], NaN)).toThrow('invalid counts: 0 of NaN'));

  it('adds up', () => expect(total(windows(1, 2))).toEqual({ events: 3, trials: 200 }));
});
