import { HOUR } from '../base/Duration';
import { skewOf, type SkewHour } from './skewOf';

const MONDAY = Date.UTC(2026, 5, 15);

/** An hour as the instances' own rates would give it. */
const load = (...rates: readonly number[]) => ({
  busiest: Math.max(...rates),
  total: rates.reduce((a, b) => a + b, 0),
  instances: rates.length,
});

describe('skewOf', () => {
  const hours = (count: number, change: Partial<SkewHour> = {}): SkewHour[] =>
    Array.from({ length: count }, (_, i) => ({
      at: MONDAY + i * HOUR,
      ...load(9, 10, 11),
      versions: 1,
      ...change,
    }));

  it('is the busiest instance over the mean in busy hours', () => {
    expect(skewOf(hours(5))).toMatchObject({ known: true, value: expect.closeTo(1.1, 12), hours: 5 });
  });

  it('ignores quiet hours of the day', () => {
    const quiet = hours(8, load(1, 2, 9)).map((h) => ({ ...h, at: h.at + 10 * HOUR }));
    expect(skewOf([...hours(5), ...quiet])).toMatchObject({ value: expect.closeTo(1.1, 12), hours: 5 });
  });

  it('an instance that takes nothing weighs on the others', () => {
    expect(skewOf(hours(5, load(10, 10, 0)))).toMatchObject({ value: 1.5 });
  });

  it.each([
    ['two versions', hours(5, { versions: 2 })],
    ['an override', hours(5, { overridden: true })],
    ['fewer than 1000 requests an instance', hours(5, load(0.2, 0.3))],
    ['one instance', hours(5, load(50))],
    ['two busy hours only', hours(2)],
    ['no hours', []],
    ['gaps', hours(5, { total: NaN })],
  ])('is unknown with %s', (_, given) => {
    expect(skewOf(given)).toMatchObject({ known: false, nextStep: expect.any(String) });
  });
});
