import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { defaultHeadroomOptions as options } from './HeadroomOptions';
import { readBars } from './readBars';

const fleet = (columns: Record<string, readonly unknown[]>): DataFrame =>
  toDataFrame({ refId: 'A', fields: Object.entries(columns).map(([name, values]) => ({ name, values: [...values] })) });

const series = (refId: string, labels: Record<string, string>, values: ReadonlyArray<number | null>): DataFrame =>
  toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, i) => i * 60_000) },
      { name: 'Value', type: FieldType.number, labels, values: [...values] },
    ],
  });

describe('frames of the Headroom data source', () => {
  const columns = {
    service: ['checkout', 'search'],
    status: ['short', 'no such word'],
    tier: ['P0', null],
    capacity: [400, null],
    demand: [100, Number.NaN],
    headroom: [-0.2, null],
    link: ['/a/headroom-capacity-app/service?key=1', ''],
  };

  it('gives a bar for each row, and leaves unknown what is not there', () => {
    const { bars, problem } = readBars([fleet(columns)], options);
    expect(problem).toBeNull();
    expect(bars).toMatchObject([
      { service: 'checkout', status: 'short', tier: 'P0', capacity: 400, demand: 100, headroom: -0.2, ath: null, path: '/a/headroom-capacity-app/service?key=1' },
      { service: 'search', status: 'unknown', tier: null, capacity: null, demand: null, headroom: null, path: null },
    ]);
  });

  it('joins 500 frames of one row each', () => {
    const frames = Array.from({ length: 500 }, (_, i) => fleet({ service: [`s${i}`], capacity: [i] }));
    expect(readBars(frames, options).bars).toHaveLength(500);
  });

  it('prefers fleet frames where plain ones stand beside them', () => {
    expect(readBars([series('B', { service: 'x' }, [1]), fleet(columns)], options).bars).toHaveLength(2);
  });
});

describe('plain queries', () => {
  const demand = (service: string, value: number) => series('A', { service, tier: 'P1' }, [value - 1, value]);

  it('joins them by service, at the newest value', () => {
    const frames = [demand('a', 50), series('B', { service: 'a' }, [100, null]), series('C', { service: 'a' }, [80])];
    expect(readBars(frames, options).bars).toMatchObject([
      { service: 'a', tier: 'P1', demand: 50, capacity: 100, ath: 80, headroom: 0.25, status: 'ok', requiredCapacity: null, path: null },
    ]);
  });

  it.each([
    ['above what is asked', 80, 'ok'],
    ['under what is asked', 90, 'low'],
    ['under the peak', 120, 'short'],
  ])('%s', (_, ath, status) => {
    const frames = [demand('a', 50), series('B', { service: 'a' }, [100]), series('C', { service: 'a' }, [ath])];
    expect(readBars(frames, options).bars[0]?.status).toBe(status);
  });

  it('says unknown, with the reason, where a service has no capacity', () => {
    const { bars } = readBars([demand('a', 50), demand('b', 5), series('B', { service: 'b' }, [10])], options);
    expect(bars).toMatchObject([
      { service: 'a', status: 'unknown', capacity: null, headroom: null, notes: expect.stringContaining('Query B has no series') },
      { service: 'b', status: 'ok' },
    ]);
  });

  it('names the query that is missing', () => {
    expect(readBars([demand('a', 50)], options)).toEqual({ bars: [], problem: expect.stringContaining('capacity (query B)') });
    expect(readBars([series('B', {}, [1])], options)).toEqual({ bars: [], problem: expect.stringContaining('demand (query A)') });
  });

  it('says so when no service of one query is in the other', () => {
    expect(readBars([demand('a', 50), series('B', { service: 'z' }, [10])], { ...options, serviceLabel: 'service' }).problem).toBeNull();
    expect(readBars([demand('a', 50), series('B', { job: 'z' }, [10])], { ...options, serviceLabel: 'service' }).bars).toMatchObject([{ service: 'a' }, { service: 'no label service' }]);
  });

  it('takes no value for zero', () => {
    const { bars } = readBars([series('A', { service: 'a' }, [null]), series('B', { service: 'a' }, [10])], options);
    expect(bars[0]).toMatchObject({ demand: null, headroom: null, status: 'unknown' });
  });
});

it('says that there is no data', () => {
  expect(readBars([], options)).toEqual({ bars: [], problem: expect.stringContaining('no data') });
  expect(readBars([toDataFrame({ fields: [] })], options).bars).toEqual([]);
});
