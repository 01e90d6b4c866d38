import { arrangeBars } from './arrangeBars';
import { barFixture } from './barFixture';
import type { HeadroomBar } from './HeadroomBar';

const names = (bars: readonly HeadroomBar[]) => bars.map(({ service }) => service);
const bars = [
  barFixture({ service: 'ok', status: 'ok', headroom: 0.5, demand: 5, tier: 'P1', owner: null }),
  barFixture({ service: 'unknown', status: 'unknown', headroom: null, demand: null, capacity: null, tier: null }),
  barFixture({ service: 'worst', status: 'short', headroom: -0.5, demand: 50, tier: 'P0' }),
  barFixture({ service: 'bad', status: 'short', headroom: -0.1, demand: 500, tier: 'P0' }),
  barFixture({ service: 's10', status: 'ok', headroom: 1, demand: 1, tier: 'P2' }),
  barFixture({ service: 's9', status: 'ok', headroom: 1, demand: 1, tier: 'P2' }),
];

it.each([
  ['worst', ['worst', 'bad', 'unknown', 'ok', 's9', 's10']],
  ['name', ['bad', 'ok', 's9', 's10', 'unknown', 'worst']],
  ['demand', ['bad', 'worst', 'ok', 's9', 's10', 'unknown']],
] as const)('orders by %s, with what is not known last among numbers', (sortBy, expected) => {
  const { groups } = arrangeBars(bars, { groupBy: 'none', sortBy, limit: 50 });
  expect(groups.map(({ bars: members }) => names(members))).toEqual([expected]);
});

it('puts what is not known, worst first, before what holds', () => {
  const of = (['idle', 'ok', 'unknown', 'stale', 'low', 'unbalanced', 'short'] as const).map((status) => barFixture({ service: status, status }));
  const { groups } = arrangeBars(of, { groupBy: 'none', sortBy: 'worst', limit: 50 });
  expect(groups.flatMap(({ bars: members }) => names(members))).toEqual(['short', 'unbalanced', 'low', 'stale', 'unknown', 'ok', 'idle']);
});

it('groups by tier in order, those without one last', () => {
  const { groups } = arrangeBars(bars, { groupBy: 'tier', sortBy: 'worst', limit: 50 });
  expect(groups.map(({ title }) => title)).toEqual(['P0', 'P1', 'P2', 'No tier']);
});

it('keeps the worst when there are more than the limit, and counts the rest', () => {
  const { groups, left } = arrangeBars(bars, { groupBy: 'owner', sortBy: 'worst', limit: 2 });
  expect(groups.flatMap((g) => names(g.bars))).toEqual(['worst', 'bad']);
  expect(left).toBe(4);
});

it.each([0, -1, Number.NaN])('a limit of %p is none', (limit) => {
  expect(arrangeBars(bars, { groupBy: 'none', sortBy: 'name', limit }).left).toBe(0);
});
