import { curveGeometry, dayTicks } from './curveGeometry';

const DAY = 86_400_000;
const point = (at: number, low: number, high: number | null) => ({ at, low, high, version: null, text: '' });

it('keeps every interval inside the picture', () => {
  const g = curveGeometry(600, 240, [point(0, 100, null), point(DAY, 80, 160)], 0, 90 * DAY);
  expect(g.x(0)).toBe(g.left);
  expect(g.x(90 * DAY)).toBeCloseTo(g.right, 9);
  expect(g.y(160)).toBeGreaterThan(g.top);
  expect(g.y(0)).toBe(g.bottom);
});

it('stands without points, without a span and in a tile without room', () => {
  const g = curveGeometry(10, 10, [], 5, 5);
  expect(Number.isFinite(g.x(5))).toBe(true);
  expect(Number.isFinite(g.y(0))).toBe(true);
  expect(g.right).toBeGreaterThan(g.left);
});

it.each([
  ['three months', 90 * DAY, 6],
  ['a week', 7 * DAY, 6],
])('puts few ticks at midnight over %s', (_, span, count) => {
  const ticks = dayTicks(DAY / 3, span, count);
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThanOrEqual(count + 1);
  expect(ticks.every((t) => t % DAY === 0 && t <= span)).toBe(true);
});

it('marks the ends of less than two days', () => {
  expect(dayTicks(1, 2, 5)).toEqual([1, 2]);
  expect(dayTicks(2, 2, 5)).toEqual([2]);
});
