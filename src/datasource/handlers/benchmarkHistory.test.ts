import { HOUR } from '../../domain/base/Duration';
import type { Benchmark } from '../../domain/capacity/Benchmark';
import { facts, NOW } from '../../domain/capacity/serviceFacts.fixture';
import { stateOf } from '../../engine/datasource/testing/stateOf';
import { answerOf, RANGE } from '../testing/answerOf';
import { benchmarkHistory } from './benchmarkHistory';

const CART = facts();
const KEY = CART.service.key;
const benchmark = (at: number, change: Partial<Benchmark> = {}) => ({
  id: String(at),
  service: KEY,
  benchmark: {
    origin: 'load-test',
    low: 250,
    high: 260,
    at,
    by: 'ada',
    version: 'v2',
    spec: '4 cores',
    note: null,
    evidence: {},
    ...change,
  } as Benchmark,
});

function rowsOf(...benchmarks: ReadonlyArray<ReturnType<typeof benchmark>>) {
  const state = stateOf([CART], { context: { benchmarks: new Map([[KEY, benchmarks]]) } });
  const frame = benchmarkHistory.frame(answerOf([CART], {}, {}, state), RANGE, { annotation: false });
  return Array.from({ length: frame.length }, (_, i) =>
    Object.fromEntries(frame.fields.map((f) => [f.name, f.values[i] as unknown]))
  );
}

it('is a row for each benchmark within the range, oldest first, with both ends', () => {
  const rows = rowsOf(benchmark(NOW - HOUR, { high: null, version: 'v3' }), benchmark(NOW - 2 * HOUR));
  expect(rows).toMatchObject([
    {
      time: NOW - 2 * HOUR,
      service: 'shop/cart',
      low: 250,
      high: 260,
      version: 'v2',
      origin: 'load-test',
      by: 'ada',
      key: KEY,
    },
    { time: NOW - HOUR, low: 250, high: null, version: 'v3' },
  ]);
});

it('keeps identity and address for links, as columns that no table shows', () => {
  const { fields } = benchmarkHistory.frame(answerOf([CART]), RANGE, { annotation: false });
  const hidden = fields.filter(({ config }) => (config.custom as { hideFrom?: { viz?: boolean } } | undefined)?.hideFrom?.viz === true);
  expect(hidden.map(({ name }) => name)).toEqual(['key', 'link']);
});

it('leaves out what was found before or after the range', () => {
  expect(rowsOf(benchmark(RANGE.from - 1), benchmark(RANGE.to + 1))).toEqual([]);
});

it('is an empty frame with its columns when nothing is on record', () => {
  const frame = benchmarkHistory.frame(answerOf([CART]), RANGE, { annotation: false });
  expect([frame.length, frame.fields.map(({ name }) => name)]).toEqual([
    0,
    ['time', 'service', 'low', 'high', 'version', 'spec', 'origin', 'by', 'note', 'key', 'link'],
  ]);
});
