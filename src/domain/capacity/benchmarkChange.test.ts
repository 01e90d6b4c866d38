import { benchmarkChange } from './benchmarkChange';

it.each([
  ['a release that carries less', { low: 100, high: 105 }, { low: 92, high: 96 }, { change: -0.08, low: 92 / 105 - 1, high: -0.04 }],
  ['the same again', { low: 100, high: 110 }, { low: 100, high: 110 }, { change: 0, low: 100 / 110 - 1, high: 0.1 }],
  ['traffic ran out after', { low: 100, high: 110 }, { low: 120, high: null }, { change: 0.2, low: 120 / 110 - 1, high: null }],
  ['traffic ran out before', { low: 100, high: null }, { low: 120, high: 130 }, { change: 0.2, low: null, high: 0.3 }],
])('%s', (_, before, after, expected) => {
  const found = benchmarkChange(before, after);
  expect(found?.change).toBeCloseTo(expected.change, 12);
  for (const side of ['low', 'high'] as const) {
    const value = expected[side];
    if (value === null) {
      expect(found?.[side]).toBeNull();
    } else {
      expect(found?.[side]).toBeCloseTo(value, 12);
    }
  }
});

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('cannot compare a lower end of %p', (low) => {
  expect(benchmarkChange({ low, high: null }, { low: 1, high: null })).toBeNull();
  expect(benchmarkChange({ low: 1, high: null }, { low, high: null })).toBeNull();
});

it.each([NaN, 99, 0])('cannot compare an upper end of %p over a lower one of 100', (high) => {
  expect(benchmarkChange({ low: 100, high }, { low: 100, high: null })).toBeNull();
  expect(benchmarkChange({ low: 100, high: null }, { low: 100, high })).toBeNull();
});
