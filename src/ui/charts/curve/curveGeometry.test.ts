import { curveGeometry } from './curveGeometry';

const DAY = 86_400_000;
const point = (at: number, low: number, high: number | null) => ({ at, low, high, version: null, text: '' });

it('keeps every interval inside the picture', () => {
  const g = curveGeometry(600, 240, [point(0, 100, null), point(DAY, 80, 160)], 0, 90 * DAY, 'utc');
  expect(g.x(0)).toBe(g.left);
  expect(g.x(90 * DAY)).toBeCloseTo(g.right, 9);
  expect(g.y(160)).toBeGreaterThan(g.top);
  expect(g.y(0)).toBe(g.bottom);
});

it('stands without points, without a span and in a tile without room', () => {
  const g = curveGeometry(10, 10, [], 5, 5, 'utc');
  expect(Number.isFinite(g.x(5))).toBe(true);
  expect(Number.isFinite(g.y(0))).toBe(true);
  expect(g.right).toBeGreaterThan(g.left);
});
