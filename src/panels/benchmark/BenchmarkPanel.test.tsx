import { dateTime, FieldType, LoadingState, toDataFrame, type DataFrame, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { BenchmarkPanel } from './BenchmarkPanel';

const DAY = 86_400_000;
const history = (rows: ReadonlyArray<readonly [day: number, low: number | null, high: number | null, version: string, service?: string, key?: string]>) =>
  toDataFrame({
    fields: [
      { name: 'time', values: rows.map(([day]) => day * DAY) },
      { name: 'service', values: rows.map((row) => row[4] ?? 'checkout') },
      { name: 'low', values: rows.map(([, low]) => low) },
      { name: 'high', values: rows.map(([, , high]) => high) },
      { name: 'version', values: rows.map(([, , , version]) => version) },
      { name: 'key', type: FieldType.string, values: rows.map((row) => row[5] ?? null) },
    ],
  });

function draw(series: DataFrame[], state = LoadingState.Done) {
  const timeRange = { from: dateTime(0), to: dateTime(90 * DAY), raw: { from: 'now-90d', to: 'now' } };
  const props = { data: { series, state, timeRange }, timeRange, timeZone: 'utc', width: 600, height: 300, options: {} } as PanelProps<object>;
  return render(<BenchmarkPanel {...props} />);
}

it('compares the newest version with the one before, with the interval both allow', () => {
  draw([history([[1, 100, 105, '1.0'], [40, 101, 106, '1.0'], [80, 92, 96, '1.1']])]);
  expect(screen.getByText(/1\.1 carries 9\s% less per instance than 1\.0 \(interval −14\s% to −5\s%\)/)).toBeVisible();
  expect(screen.getByRole('img', { name: /^checkout: 3 benchmarks/ })).toBeVisible();
});

it('says open where traffic ran out', () => {
  draw([history([[1, 100, 105, '1.0'], [80, 120, null, '1.1']])]);
  expect(screen.getByText(/20\s% more per instance than 1\.0 \(interval \+14\s% to open\)/)).toBeVisible();
});

it('draws a picture a service and compares nothing with a single version', () => {
  draw([history([[1, 100, 105, '1.0', 'a'], [2, 50, 60, '1.0', 'b']])]);
  expect(screen.getAllByRole('img').map((img) => img.getAttribute('aria-label'))).toEqual([expect.stringMatching(/^a:/), expect.stringMatching(/^b:/)]);
  expect(screen.queryByText(/carries/)).not.toBeInTheDocument();
});

it('leaves a row without a number out, never as 0', () => {
  draw([history([[1, null, null, '1.0']])]);
  expect(screen.getByRole('status')).toHaveTextContent('No benchmark was found');
});

it.each([
  ['nothing', []],
  ['a frame of another kind', [toDataFrame({ fields: [{ name: 'time', values: [1] }, { name: 'Value', values: [1] }] })]],
])('says what to do when given %s', (_, series) => {
  draw(series);
  expect(screen.getByRole('status')).toHaveTextContent('Benchmark history');
});

const keyOf = (source: string, profile = 'http') => JSON.stringify([source, profile, 'shop', 'cart']);
it.each([
  ['two data sources', keyOf('prom-a'), keyOf('prom-b'), ['shop/cart (prom-a, http)', 'shop/cart (prom-b, http)']],
  ['two profiles', keyOf('prom-a'), keyOf('prom-a', 'istio'), ['shop/cart (prom-a, http)', 'shop/cart (prom-a, istio)']],
])('never compares services of one name in %s', (_, a, b, titles) => {
  draw([history([[1, 100, 105, 'v1', 'shop/cart', a], [2, 70, 75, 'v2', 'shop/cart', b]])]);
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual(titles);
  expect(screen.getAllByRole('img', { name: /: 1 benchmarks/ })).toHaveLength(2);
  expect(screen.queryByText(/carries/)).not.toBeInTheDocument();
});

it('compares versions of one service, also under a name that changed', () => {
  draw([history([[1, 100, 105, 'v1', 'cart', keyOf('prom-a')], [2, 70, 75, 'v2', 'shop/cart', keyOf('prom-a')]])]);
  expect(screen.getByRole('img', { name: /^shop\/cart: 2 benchmarks.* v2 carries 30\s% less/ })).toBeVisible();
});

it.each([LoadingState.NotStarted, LoadingState.Loading, LoadingState.Streaming])('waits before it says that there is nothing: %s', (state) => {
  draw([], state);
  expect(screen.getByRole('status')).toHaveTextContent('Reading benchmarks…');
});
