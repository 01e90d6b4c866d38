import type { LoadTestMetrics } from '../../../domain/promql/loadTestSamples';
import type { RawRow } from '../../../ports/Metrics';
import { subjectsOf } from './subjectsOf';

const metrics: LoadTestMetrics = {
  requests: { metric: 'req' },
  errors: { matchers: [{ label: 'code', op: '=~', value: '5..' }] },
  rejects: null,
  latency: { metric: 'lat', perSecond: 1000, buckets: true, matchers: [] },
  cpu: 'cpu',
  memory: 'mem',
  startTime: 'start',
  up: 'up',
  own: [], scrapeTimeout: 'scrape_timeout_seconds',
};

const row = (name: string, instance: string, value: number, more = {}): RawRow => ({ labels: { __name__: name, instance, ...more }, samples: [{ at: 1_000, value }] });

const subjects = (rows: readonly RawRow[]) => subjectsOf(rows, metrics, { label: 'instance', members: ['a', 'b'], target: 'a' });

describe('raw rows by member', () => {
  it('tells target from peers, errors by their matchers, latency in seconds', () => {
    const [target, peer] = subjects([
      row('req', 'a:80', 10, { code: '200' }),
      row('req', 'a:80', 2, { code: '503' }),
      row('lat_sum', 'a:80', 5_000),
      row('lat_bucket', 'a:80', 7, { le: '250' }),
      row('lat_bucket', 'a:80', 9, { le: '+Inf' }),
      row('req', 'b:80', 20, { code: '200' }),
    ]);
    expect(target).toMatchObject({ subject: 'a', role: 'target', buckets: [{ le: 0.25 }, { le: Infinity }] });
    expect(target?.series.requests?.flat().map((s) => s.value)).toEqual([10, 2]);
    expect(target?.series.errors?.flat().map((s) => s.value)).toEqual([2]);
    expect(target?.series['latency-sum']?.flat().map((s) => s.value)).toEqual([5]);
    expect(peer).toMatchObject({ subject: 'b', role: 'peer' });
  });

  it('leaves out who is not there, so that it is missing and not zero', () => {
    expect(subjects([row('req', 'a', 1)]).map((s) => s.subject)).toEqual(['a']);
  });
});
