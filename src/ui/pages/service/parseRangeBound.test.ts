import { isDateTime } from '@grafana/data';
import { parseRangeBound } from './parseRangeBound';

test.each([
  ['now', 'now'],
  ['now-14d', 'now-14d'],
  ['1763726400000', 1763726400000],
  ['2026-11-21T12:00:00Z', Date.UTC(2026, 10, 21, 12)],
  ['now-14parsecs', null],
  ['yesterday', null],
  ['', null],
])('%j', (text, expected) => {
  const bound = parseRangeBound(text);
  expect(isDateTime(bound) ? bound.valueOf() : bound).toBe(expected);
});
