import { err, ok } from '../../../domain/base/Result';
import { aboutService } from '../../../domain/promql/testing/questionContexts';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { Metrics, RawMetrics, RawRow } from '../../../ports/Metrics';
import type { KnownOfService } from './aboutTarget';
import { PrometheusTelemetry } from './PrometheusTelemetry';

const { signal } = new AbortController();
const stats = { milliseconds: 1, bytes: 1, samples: null, warnings: [] };
const KNOWN: KnownOfService = { cores: 4, memoryBytes: null, safeLimitRps: null, peakTodayRps: null, service: null, autoscaler: null, alerts: [], scrapeTimeoutMs: null };

/** Samples every five seconds that grow by `step`. */
const row = (name: string, instance: string, step = 10, labels: Record<string, string> = {}, { from = 0, count = 6 } = {}): RawRow => ({
  labels: { __name__: name, instance, ...labels },
  samples: Array.from({ length: count }, (_, i) => ({ at: from + i * 5_000, value: step * i })),
});

const requests = (instance: string, labels: Record<string, string> = {}) => row('http_requests_total', instance, 10, { code: '200', ...labels });
const started = (instance: string, labels: Record<string, string> = {}, place = {}) => row('process_start_time_seconds', instance, 0, labels, place);

function telemetry(rows: readonly RawRow[] | null, members: readonly string[] = ['a', 'b'], now: number | null = 26.5) {
  const asked: Array<readonly [expr: string, at: number | null]> = [];
  const metrics = {
    raw: async (_source: string, expr: string, at: number | null) => {
      asked.push([expr, at]);
      return rows === null ? err({ kind: 'timeout', message: 'The query took too long.', status: 504, expr }) : ok({ data: rows, stats });
    },
    instant: async (_source: string, expr: string) => (now === null ? err({ kind: 'unavailable', message: 'away', status: 0, expr }) : ok({ data: [{ labels: {}, value: now, at: 0 }], stats })),
  } as unknown as Metrics & RawMetrics;
  return { asked, of: new PrometheusTelemetry(metrics, { source: 'p', context: aboutService('cart'), target: 'a', members: async () => members, known: async () => KNOWN }) };
}

describe('a look', () => {
  it('is one question however many instances there are, and the time of the server', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `i${i}`);
    const { of, asked } = telemetry(many.map((name) => requests(name)), many);
    const read = await of.read(50_000, signal);
    expect(asked).toHaveLength(1);
    expect(read.ok && [read.value.subjects.length, read.value.now]).toEqual([50, 26_500]);
  });

  it('says what the data source said when it fails', async () => {
    expect(await telemetry(null).of.read(50_000, signal)).toEqual(err('The query took too long.'));
    expect(await telemetry(null).of.facts(signal)).toEqual(err('The query took too long.'));
  });

  it('goes without the clock of a server that does not tell it', async () => {
    expect(await telemetry([requests('a')], ['a'], null).of.read(50_000, signal)).toMatchObject({ ok: true, value: { now: null, subjects: [{ subject: 'a', role: 'target' }] } });
  });

  it('sorts rows into signals: failures and rejects out of the request counter, latency in seconds', async () => {
    const rows = [requests('a'), requests('a', { code: '503' }), requests('a', { code: '429' }), row('http_request_duration_seconds_bucket', 'a', 1, { le: '+Inf' }), row('http_request_duration_seconds_bucket', 'a', 1, { le: '0.5' }), row('http_request_duration_seconds_bucket', 'a', 1, { le: 'odd' })];
    const read = await telemetry(rows).of.read(50_000, signal);
    const own = read.ok ? read.value.subjects[0] : undefined;
    expect([own?.series[SIGNAL.requests]?.length, own?.series[SIGNAL.errors]?.length, own?.series[SIGNAL.rejects]?.length]).toEqual([3, 1, 1]);
    expect(own?.buckets.map(({ le }) => le)).toEqual([0.5, Infinity]);
  });

  it('does not tell the health of an instance that two jobs scrape', async () => {
    const twice = await telemetry([requests('a'), row('up', 'a', 0), row('up', 'a', 0, { job: 'other' })]).of.read(50_000, signal);
    expect(twice.ok && twice.value.subjects[0]?.series[SIGNAL.up]).toEqual([]);
  });
});

describe('facts', () => {
  it.each<[string, readonly RawRow[], number]>([
    ['one process', [requests('a'), started('a')], 1],
    ['a process that does not tell when it started', [requests('a')], 1],
    ['two processes of one name', [requests('a'), started('a', { zone: '1' }), started('a', { zone: '2' })], 2],
    ['a process that took over from one that is gone', [requests('a'), started('a', { zone: '1' }, { count: 2 }), started('a', { zone: '2' }, { from: 25_000 })], 1],
    ['nobody', [requests('b')], 0],
  ])('count who the target may be: %s', async (_name, rows, matches) => {
    expect(await telemetry(rows).of.facts(signal)).toMatchObject({ ok: true, value: { targetMatches: matches } });
  });

  it('tell version and spec as the samples carry them, and every version of the pool but none beside it', async () => {
    const rows = [requests('a', { version: 'v2' }), requests('b', { version: 'v1' }), requests('canary', { version: 'v3' })];
    const facts = await telemetry(rows).of.facts(signal);
    expect(facts).toMatchObject({ ok: true, value: { version: 'v2', spec: null, scrapeMs: 5_000 } });
    expect(facts.ok && facts.value.versionsInPool).toHaveLength(2);
    expect(await telemetry([requests('a')]).of.facts(signal)).toMatchObject({ ok: true, value: { version: null, versionsInPool: null } });
  });

  it('read the timeout of the scrape where it is published', async () => {
    const timeout: RawRow = { labels: { __name__: 'scrape_timeout_seconds', instance: 'a' }, samples: [{ at: 0, value: 2 }] };
    expect(await telemetry([requests('a'), timeout]).of.facts(signal)).toMatchObject({ ok: true, value: { scrapeTimeoutMs: 2_000 } });
  });

  it('fall back to the interval of the source with a single sample', async () => {
    const single = row('http_requests_total', 'a', 1, {}, { count: 1 });
    expect(await telemetry([single]).of.facts(signal)).toMatchObject({ ok: true, value: { scrapeMs: 15_000 } });
  });

  it('require of every member what one of them publishes', async () => {
    const some = telemetry([requests('a'), requests('b'), row('process_cpu_seconds_total', 'b')]).of;
    expect(some.required).toEqual([SIGNAL.requests, SIGNAL.cpu, SIGNAL.latencyCount]);
    await some.facts(signal);
    expect(some.required).toEqual([SIGNAL.requests, SIGNAL.cpu]);
  });
});

describe('the curves of a run', () => {
  const steps = [1, 2, 3].map((index) => ({ index, from: index * 60_000, to: index * 60_000 + 50_000 }));

  it('are read at the end of each step, not from its beginning until today', async () => {
    const { of, asked } = telemetry([requests('a')]);
    expect(await of.curves(steps, signal)).toMatchObject({ ok: true, value: [{ index: 1 }, { index: 2 }, { index: 3 }] });
    expect(asked.map(([, at]) => at)).toEqual([111_000, 171_000, 231_000]);
    expect(asked.every(([expr]) => expr.includes('[52s]'))).toBe(true);
  });

  it('hold the five busiest APIs of the target, and nobody elses', async () => {
    const routes = [1, 2, 3, 4, 5, 6].map((n) => row('http_requests_total', 'a', n, { route: `/${n}` }));
    const { of } = telemetry([...routes, row('http_requests_total', 'b', 99, { route: '/b' })]);
    const curves = await of.curves([{ index: 1, from: 0, to: 25_000 }], signal);
    expect(curves.ok && curves.value[0]?.apis.map(({ name }) => name)).toEqual(['/6', '/5', '/4', '/3', '/2']);
  });

  it('are a failure when one step cannot be read', async () => {
    expect(await telemetry(null).of.curves(steps, signal)).toEqual(err('The query took too long.'));
    expect(await telemetry(null).of.curves([], signal)).toEqual(ok([]));
  });
});

describe('a canary configuration', () => {
  const ENDS = { from: 20_000, to: 40_000 };
  const query = { template: 'rate(mine{i="${scope}",pod="${pod}",ns="${location}"}[1m])', metric: null, matchers: [] };
  const ask = async (answer: unknown) => {
    const asked: unknown[][] = [];
    const rows = [requests('a:80', { pod: 'p1' }), requests('b:80', { pod: 'p2' }), requests('c:80')];
    const metrics = {
      raw: async () => ok({ data: rows, stats }),
      instant: async () => ok({ data: [], stats }),
      range: async (...question: unknown[]) => {
        asked.push(question);
        return answer;
      },
    } as unknown as Metrics & RawMetrics;
    const of = new PrometheusTelemetry(metrics, { source: 'p', context: aboutService('cart'), target: 'a', members: async () => ['a', 'b', 'c', 'gone'], known: async () => KNOWN });
    await of.facts(signal);
    return { asked, read: await of.canary(new Map([['mine', query]]), ENDS, 20_000, signal) };
  };
  const series = (member: string, ...values: number[]) => ({ labels: { headroom_member: member }, series: { start: 20_000, step: 20_000, values: Float64Array.from(values) } });

  it('is asked for all members at once, by the names that the metrics know them by', async () => {
    const { asked, read } = await ask(ok({ data: [series('a', 1, 2), series('b', NaN, 4)], stats }));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[1]).toContain('mine{i="a:80",pod="p1",ns="shop"}');
    expect(asked[0]?.[1]).toContain('mine{i="b:80",pod="p2",ns="shop"}');
    expect(asked[0]?.[1]).not.toContain('c:80');
    expect(asked[0]?.slice(2, 4)).toEqual([ENDS, 20_000]);
    expect(read.ok && read.value.get('mine')).toEqual(new Map([['a', new Map([[20_000, 1], [40_000, 2]])], ['b', new Map([[40_000, 4]])]]));
  });

  it('says which metric could not be asked for, and what the data source said', async () => {
    const { read } = await ask(err({ kind: 'parse', message: 'unexpected "}"', status: 400, expr: '' }));
    expect(read).toEqual(err('metric "mine": unexpected "}"'));
  });
});
