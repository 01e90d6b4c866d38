import { dateTime, FieldType, getDefaultTimeRange, LoadingState, toDataFrame, type DataFrame, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HeadroomPanel } from './HeadroomPanel';
import { defaultHeadroomOptions, type HeadroomOptions } from './HeadroomOptions';

const fleet = (rows: number) =>
  toDataFrame({
    refId: 'A',
    fields: [
      { name: 'service', values: Array.from({ length: rows }, (_, i) => `service-${i}`) },
      { name: 'tier', values: Array.from({ length: rows }, (_, i) => `P${i % 3}`) },
      { name: 'status', values: Array.from({ length: rows }, (_, i) => (i === 0 ? 'short' : 'ok')) },
      { name: 'demand', values: Array.from({ length: rows }, () => 100) },
      { name: 'capacity', values: Array.from({ length: rows }, (_, i) => (i === 1 ? null : 400)) },
      { name: 'headroom', values: Array.from({ length: rows }, (_, i) => (i === 0 ? -0.1 : i === 1 ? null : 0.5)) },
      { name: 'notes', values: Array.from({ length: rows }, (_, i) => (i === 0 ? 'two instances are missing' : '')) },
      { name: 'link', values: Array.from({ length: rows }, (_, i) => `/a/headroom-capacity-app/service?key=${i}`) },
    ],
  });

function draw(
  series: DataFrame[],
  change: Partial<HeadroomOptions> = {},
  size = { width: 600, height: 400 },
  state = LoadingState.Done,
  asked: { readonly to?: number; readonly startTime?: number | undefined } = {}
) {
  const range = getDefaultTimeRange();
  const props = {
    data: {
      series,
      state,
      timeRange: asked.to === undefined ? range : { ...range, to: dateTime(asked.to) },
      ...(asked.startTime !== undefined && { request: { startTime: asked.startTime } }),
    },
    options: { ...defaultHeadroomOptions, ...change },
    ...size,
  } as PanelProps<HeadroomOptions>;
  return render(<HeadroomPanel {...props} />);
}

it('draws services by tier, each a link that says everything', () => {
  draw([fleet(6)]);
  expect(screen.getAllByRole('heading').map((h) => h.textContent)).toEqual(['P0 2', 'P1 2', 'P2 2']);
  const link = screen.getByRole('link', { name: /^service-0, P0: short, headroom −10\s%, demand now 100 req\/s, capacity 400 req\/s/ });
  expect(link).toHaveAttribute('href', '/a/headroom-capacity-app/service?key=0');
  expect(screen.getByRole('link', { name: /^service-1, P1: holds, headroom not known/ })).toBeVisible();
});

it('shows the evidence when a keyboard reaches a bar', async () => {
  draw([fleet(2)]);
  await userEvent.tab();
  expect(await screen.findByText('two instances are missing')).toBeVisible();
});

it('says how many the limit left out', () => {
  draw([fleet(200)], { limit: 20 });
  expect(screen.getAllByRole('listitem')).toHaveLength(20);
  expect(screen.getByText(/^180 more not shown/)).toBeVisible();
});

it('leaves the legend out of a small tile', () => {
  draw([fleet(1)], {}, { width: 200, height: 90 });
  expect(screen.getByRole('link')).toBeVisible();
  expect(screen.queryByText('all-time high')).not.toBeInTheDocument();
});

it.each([
  ['before anything is asked', [], LoadingState.NotStarted],
  ['while it is read', [], LoadingState.Loading],
  ['while it is answered in parts', [], LoadingState.Streaming],
  ['while a part has no row yet', [fleet(0)], LoadingState.Streaming],
])('says that it waits %s, not that there is nothing', (_, series, state) => {
  draw(series, {}, undefined, state);
  expect(screen.getByRole('status')).toHaveTextContent('Reading services…');
});

it('says what is wrong with rows that keep coming', () => {
  draw([toDataFrame({ refId: 'A', fields: [{ name: 'Value', values: [1], labels: { service: 'a' } }] })], {}, undefined, LoadingState.Streaming);
  expect(screen.getByRole('status')).toHaveTextContent('No series for capacity (query B)');
});

it('says why nothing is drawn', () => {
  draw([]);
  expect(screen.getByRole('status')).toHaveTextContent('The queries returned no data');
});

it('a service that leads nowhere can still be reached and read', () => {
  const plain = (refId: string, value: number) => toDataFrame({ refId, fields: [{ name: 'Value', values: [value], labels: { service: 'a' } }] });
  draw([plain('A', 50), plain('B', 100), plain('C', 60)]);
  expect(screen.getByRole('button', { name: /^a: holds, headroom \+66\s%/ })).toBeVisible();
});

it('says unknown, and why, where plain queries hold no all-time high', async () => {
  const plain = (refId: string, value: number) => toDataFrame({ refId, fields: [{ name: 'Value', values: [value], labels: { service: 'a' } }] });
  draw([plain('A', 5), plain('B', 10)]);
  expect(screen.getByRole('button', { name: /^a: unknown, headroom not known/ })).toBeVisible();
  await userEvent.tab();
  expect(await screen.findByText(/Query C has no series for this service/)).toBeVisible();
});

it.each([
  ['the end of a range that has passed', undefined, 'holds'],
  ['the moment of the question, where the range goes on beyond it', 3 * 86_400_000, 'stale'],
])('holds values against %s', (_, startTime, word) => {
  const at = 86_400_000;
  const plain = (refId: string, value: number) => toDataFrame({ refId, fields: [{ name: 'Time', type: FieldType.time, values: [at] }, { name: 'Value', values: [value], labels: { service: 'a' } }] });
  const to = startTime === undefined ? at : 9 * 86_400_000;
  draw([plain('A', 50), plain('B', 100), plain('C', 60)], {}, undefined, LoadingState.Done, { to, startTime });
  expect(screen.getByRole('button', { name: new RegExp(`^a: ${word}`) })).toBeVisible();
});
