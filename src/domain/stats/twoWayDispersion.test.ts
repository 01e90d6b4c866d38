import { overDispersion } from './overDispersion';
import { twoWayDispersion, type CountRow } from './twoWayDispersion';

/** Rows of counts; trials so many that binomial and Poisson are one. */
const rows = (counts: ReadonlyArray<ReadonlyArray<number | null>>, trials: (w: number, i: number) => number = () => 1e9): readonly CountRow[] =>
  counts.map((row, w) => row.map((events, i) => (events === null ? null : { events, trials: trials(w, i) })));

const TABLE = [
  [120, 80, 95],
  [300, 210, 260],
  [60, 55, 40],
  [150, 90, 140],
];
const TRIALS = [
  [10, 20, 30],
  [12, 25, 28],
  [9, 22, 35],
  [11, 18, 30],
];
const uneven = (w: number, i: number): number => (TRIALS[w]?.[i] ?? NaN) * 1e8;
const without = TABLE.map((row, w) => row.map((events, i) => ((w === 1 && i === 0) || (w === 2 && i === 2) ? null : events)));

/** Windows that are bad for everybody, by turns of an instance's own luck. */
const badForAll = (w: number): number => (w % 6 < 3 ? 40 : 0);

describe('twoWayDispersion', () => {
  it.each([
    // R: chisq.test(t, correct = FALSE), statistic over df.
    ['equal trials', rows(TABLE), 1.66617959772],
    // R: Pearson residuals of glm(x ~ window + instance + offset(log(n)), poisson), squared, over df.
    ['trials of their own', rows(TABLE, uneven), 3.4643005406],
    ['two cells missing', rows(without, uneven), 1.38627570644],
  ])('%s, as R has it', (_, given, phi) => expect(twoWayDispersion(given, 1e9)).toBeCloseTo(phi, 5));

  it('leaves out what is bad for all at once, which is most of what one instance alone shows', () => {
    const counts = Array.from({ length: 60 }, (_, w) => [badForAll(w), badForAll(w), badForAll(w)]);
    const given = rows(counts, () => 200);
    const alone = [0, 1, 2].map((i) => given.flatMap((row) => row[i] ?? []));
    expect(overDispersion(alone, 200)).toBeGreaterThan(50);
    expect(twoWayDispersion(given, 200)).toBe(1);
  });

  it('sees bursts of one instance, and those that outlast a window', () => {
    const burst = (w: number): number => (w % 6 < 3 ? 18 : 2);
    const given = rows(Array.from({ length: 60 }, (_, w) => [burst(w), 10, 10, 10]), () => 1000);
    const inTurns = rows(Array.from({ length: 60 }, (_, w) => [w % 2 === 0 ? 18 : 2, 10, 10, 10]), () => 1000);
    expect(twoWayDispersion(given, 1000)).toBeGreaterThan(2 * (twoWayDispersion(inTurns, 1000) ?? NaN));
  });

  it('takes an instance that is always worse for what it is, no burst', () => {
    const given = rows(Array.from({ length: 30 }, () => [30, 10, 10]), () => 1000);
    expect(twoWayDispersion(given, 1000)).toBe(1);
  });

  it('grows with the trials of a window', () => {
    const phi = twoWayDispersion(rows(TABLE), 1e9) ?? NaN;
    expect((twoWayDispersion(rows(TABLE), 3e9) ?? NaN) - 1).toBeCloseTo(3 * (phi - 1), 9);
    expect(twoWayDispersion(rows(TABLE), 10)).toBe(phi);
  });

  it.each<[string, readonly CountRow[]]>([
    ['nothing', []],
    ['one instance', rows([[1], [9], [4]])],
    ['one window', rows([[1, 9, 4]])],
    ['no event', rows([[0, 0], [0, 0]])],
    ['instances that are never there together', rows([[1, null], [null, 9], [4, null]])],
    ['windows without a trial', rows([[0, 0], [0, 0]], () => 0)],
  ])('is not known from %s', (_, given) => expect(twoWayDispersion(given, 100)).toBeNull());

  it.each([
    [-1, 10],
    [11, 10],
    [NaN, 10],
  ])('refuses %p of %p', (events, trials) => expect(() => twoWayDispersion([[{ events, trials }, null]], 100)).toThrow(`invalid counts: ${events} of ${trials}`));
});
