import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { defaultHeadroomOptions as options } from './HeadroomOptions';
import { readBars as readBarsAt } from './readBars';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A moment after every value of `series` below. */
const NOW = 10 * MINUTE;
const readBars = (frames: readonly DataFrame[], given = options, asOf = NOW) => readBarsAt(frames, given, asOf);

const fleet = (columns: Record<string, readonly unknown[]>): DataFrame =>
  toDataFrame({ refId: 'A', fields: Object.entries(columns).map(([name, values]) => ({ name, values: [...values] })) });

const series = (refId: string, labels: Record<string, string>, values: ReadonlyArray<number | null>): DataFrame =>
  toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, i) => i * MINUTE) },
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
    const ath = [series('C', { service: 'a' }, [60]), series('C', { service: 'b' }, [8])];
    const { bars } = readBars([demand('a', 50), demand('b', 5), series('B', { service: 'b' }, [10]), ...ath], options);
    expect(bars).toMatchObject([
      { service: 'a', status: 'unknown', capacity: null, headroom: null, notes: 'Query B has no series for this service: its capacity is not known.' },
      { service: 'b', status: 'ok', headroom: 0.25, notes: null },
    ]);
  });

  // At three in the morning demand is a fraction of the peak: what fits over it says nothing of the day.
  const NO_QUERY_C = { ...options, roles: { ...options.roles, ath: ' ' } };
  it.each([
    ['there is no query for it', [], NO_QUERY_C, 'No query is set for the all-time high: it is not known.'],
    ['its query has no series', [], options, 'Query C has no series for this service: its all-time high is not known.'],
    ['its query lacks this service', [series('C', { service: 'b' }, [8])], options, 'Query C has no series for this service: its all-time high is not known.'],
    ['its query has no value', [series('C', { service: 'a' }, [null])], options, 'Query C has no value for this service in this time range: its all-time high is not known.'],
  ])('never holds over demand now: without an all-time high, as %s', (_, more, given, reason) => {
    const quiet = readBars([demand('a', 5), series('B', { service: 'a' }, [10]), ...more], given).bars[0];
    expect(quiet).toMatchObject({ status: 'unknown', headroom: null, demand: 5, capacity: 10, notes: reason });
    const overrun = readBars([demand('a', 12), series('B', { service: 'a' }, [10]), ...more], given).bars[0];
    expect(overrun).toMatchObject({ status: 'short', headroom: null, notes: `Demand now is above capacity. ${reason}` });
  });

  it.each([
    ['above capacity: it is short', 120, 100, { status: 'short', headroom: 100 / 120 - 1, notes: expect.stringMatching(/^Demand now is above capacity\./) }],
    ['within capacity: it is the peak', 90, 100, { status: 'low', headroom: 100 / 90 - 1, notes: 'Demand now is above the all-time high, and counts as the peak.' }],
  ])('demand above the all-time high, %s', (_, now, capacity, expected) => {
    const frames = [demand('a', now), series('B', { service: 'a' }, [capacity]), series('C', { service: 'a' }, [50])];
    expect(readBars(frames).bars).toMatchObject([expected]);
  });

  it('says unknown where there is nothing to grow from', () => {
    const frames = [demand('a', 0), series('B', { service: 'a' }, [10]), series('C', { service: 'a' }, [0])];
    expect(readBars(frames).bars).toMatchObject([{ status: 'unknown', headroom: null, notes: expect.stringContaining('all-time high is 0') }]);
  });

  it('says unknown where a service has no demand, and short where its peak alone does not fit', () => {
    const of = (ath: number) => readBars([demand('b', 1), series('B', { service: 'a' }, [100]), series('C', { service: 'a' }, [ath])]).bars[1];
    expect(of(50)).toMatchObject({ service: 'a', status: 'unknown', notes: 'Query A has no series for this service: its demand is not known.' });
    expect(of(150)).toMatchObject({ service: 'a', status: 'short' });
  });

  it('names the query that is missing', () => {
    expect(readBars([demand('a', 50)], options)).toEqual({ bars: [], problem: expect.stringContaining('capacity (query B)') });
    expect(readBars([series('B', {}, [1])], options)).toEqual({ bars: [], problem: expect.stringContaining('demand (query A)') });
  });

  it('says so when no service of one query is in the other', () => {
    expect(readBars([demand('a', 50), series('B', { service: 'z' }, [10])], { ...options, serviceLabel: 'service' }).problem).toContain('check the service label');
    expect(readBars([demand('a', 50), series('B', { job: 'z' }, [10])], { ...options, serviceLabel: 'service' }).bars).toMatchObject([{ service: 'a' }, { service: 'no label service' }]);
  });

  it('takes no value for zero', () => {
    const { bars } = readBars([series('A', { service: 'a' }, [null]), series('B', { service: 'a' }, [10])], options);
    expect(bars[0]).toMatchObject({ demand: null, headroom: null, status: 'unknown' });
  });
});

describe('plain queries of a series that ended', () => {
  const until = (refId: string, end: number, step: number, value: number, interval?: number) =>
    toDataFrame({
      refId,
      fields: [
        { name: 'Time', type: FieldType.time, values: [end - 2 * step, end - step, end], ...(interval !== undefined && { config: { interval } }) },
        { name: 'Value', type: FieldType.number, labels: { service: 'a' }, values: [value, value, value] },
      ],
    });
  const END = 30 * 24 * HOUR;
  const judged = (capacity: DataFrame, demand = until('A', END, MINUTE, 5)) =>
    readBars([demand, capacity, series('C', { service: 'a' }, [6])], options, END).bars[0];

  it.each<[string, DataFrame, string, string | null]>([
    ['20 h ago', until('B', END - 20 * HOUR, MINUTE, 10), 'stale', 'Query B has no value of the last 20 h: its capacity is stale.'],
    ['a few scrapes ago', until('B', END - 5 * MINUTE, MINUTE, 10), 'ok', null],
    ['one step of a long range ago', until('B', END - 6 * HOUR, 6 * HOUR, 10), 'ok', null],
    ['four steps of a long range ago', until('B', END - 24 * HOUR, 6 * HOUR, 10), 'stale', 'Query B has no value of the last 1 d: its capacity is stale.'],
    ['within three of the steps the data source states', until('B', END - HOUR, MINUTE, 10, 30 * MINUTE), 'ok', null],
    ['20 h ago, whatever it lacks', until('B', END - 20 * HOUR, MINUTE, 1), 'stale', 'Query B has no value of the last 20 h: its capacity is stale. Demand now is above capacity.'],
  ])('%s', (_, capacity, status, notes) => {
    expect(judged(capacity)).toMatchObject({ status, ...(notes !== null && { notes }) });
  });

  it('asks demand too, and no times of an answer that has none', () => {
    expect(judged(until('B', END, MINUTE, 10), until('A', END - 20 * HOUR, MINUTE, 5))).toMatchObject({ status: 'stale', notes: expect.stringContaining('its demand is stale') });
    const timeless = toDataFrame({ refId: 'B', fields: [{ name: 'Value', type: FieldType.number, labels: { service: 'a' }, values: [10] }] });
    expect(judged(timeless)?.status).toBe('ok');
  });

  it('does not take a newest value behind a gap for one of now', () => {
    const gone = series('B', { service: 'a' }, [10, ...Array.from({ length: 60 }, () => null)]);
    expect(readBars([series('A', { service: 'a' }, Array.from({ length: 61 }, () => 5)), gone, series('C', { service: 'a' }, [6])], options, HOUR).bars).toMatchObject([{ status: 'stale' }]);
  });
});

describe('plain queries that say several things of one service', () => {
  const whole = (refId: string, value: number) => series(refId, { service: 'a' }, [value]);
  const several = series('B', { service: 'a', instance: '1' }, [10]);
  const byService = { ...options, serviceLabel: 'service' };

  it('name the query and the service, and judge none of the values', () => {
    const { bars, problem } = readBars([whole('A', 5), several, series('B', { service: 'a', instance: '2' }, [90]), whole('C', 6)], byService);
    expect(problem).toBe('Query B has several series under one name (a: 2): sum them by service, or choose a service label that tells them apart.');
    expect(bars).toMatchObject([{ service: 'a', status: 'unknown', capacity: null, notes: 'Query B has 2 series for this service: its capacity is not known.' }]);
  });

  it('name a few of many', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const frames = names.flatMap((service) => [series('A', { service }, [1]), series('B', { service, instance: '1' }, [1]), series('B', { service, instance: '2' }, [1])]);
    expect(readBars(frames, byService).problem).toContain('(a: 2, b: 2 and 3 more)');
  });

  const table = (refId: string) =>
    toDataFrame({
      refId,
      fields: [
        { name: 'Time', type: FieldType.time, values: [0, 0] },
        { name: 'service', type: FieldType.string, values: ['a', 'b'] },
        { name: 'Value', type: FieldType.number, values: [1, 2] },
      ],
    });
  const bare = toDataFrame({ refId: 'B', fields: [{ name: 'Value', type: FieldType.number, values: [1, 2] }] });
  it.each([
    ['a table with names', table('B')],
    ['rows told apart by nothing', bare],
  ])('answer with %s: no bar called all', (_, frame) => {
    expect(readBars([whole('A', 5), frame])).toEqual({ bars: [], problem: 'Query B is answered as a table, whose rows name no service: choose "Time series" as its format.' });
  });

  it('draw what they can beside a table', () => {
    const { bars, problem } = readBars([whole('A', 5), whole('B', 10), table('C')]);
    expect(problem).toContain('Query C is answered as a table');
    expect(bars).toMatchObject([{ service: 'a', status: 'unknown' }]);
  });

  it('take one series without labels for what it is', () => {
    expect(readBars([series('A', {}, [4, 5]), series('B', {}, [10, 10]), series('C', {}, [6, 6])])).toMatchObject({ bars: [{ service: 'all', status: 'ok' }], problem: null });
  });
});

it('says that there is no data', () => {
  expect(readBars([], options)).toEqual({ bars: [], problem: expect.stringContaining('no data') });
  expect(readBars([toDataFrame({ fields: [] })], options).bars).toEqual([]);
});
