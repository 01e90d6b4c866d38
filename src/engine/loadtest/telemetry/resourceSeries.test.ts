import { capacitySignal } from '../../../domain/ramp/Signal';
import type { RawRow } from '../../../ports/Metrics';
import { resourceSeries } from './resourceSeries';

const row = (name: string, value: number, labels: Record<string, string> = {}): RawRow => ({ labels: { __name__: name, ...labels }, samples: [{ at: 1_000, value }] });
const values = (rows: readonly RawRow[]) => Object.fromEntries(Object.entries(resourceSeries(rows, [])).map(([name, series]) => [name, series.map((one) => one[0]?.value)]));

describe('what an instance tells of its resources', () => {
  it('is each pool with its own limit', () => {
    expect(values([row('hikaricp_connections_active', 3, { pool: 'a' }), row('hikaricp_connections_max', 10, { pool: 'a' }), row('hikaricp_connections_active', 4, { pool: 'b' })])).toEqual({
      'pool-hikari:a': [3],
      [capacitySignal('pool-hikari:a')]: [10],
      'pool-hikari:b': [4],
    });
  });

  it('is read by the labels of its row: leased connections, blocked threads, heap', () => {
    expect(
      values([
        row('httpcomponents_httpclient_pool_total_connections', 1, { httpclient: 'x', state: 'available' }),
        row('httpcomponents_httpclient_pool_total_connections', 2, { httpclient: 'x', state: 'leased' }),
        row('jvm_memory_used_bytes', 5, { area: 'nonheap' }),
      ])
    ).toEqual({ 'pool-httpclient:x': [2] });
  });

  it('adds up the parts of a heap, and no limit of a part that has none', () => {
    const heap = (part: string, used: number, most: number) => [row('jvm_memory_used_bytes', used, { area: 'heap', id: part }), row('jvm_memory_max_bytes', most, { area: 'heap', id: part })];
    expect(values([...heap('eden', 20, -1), ...heap('old', 30, 100)])).toEqual({ 'heap-micrometer': [20, 30], [capacitySignal('heap-micrometer')]: [100] });
  });

  it('keeps a limit that is none, so that it can be told', () => {
    expect(values([row('go_sql_in_use_connections', 3, { db_name: 'm' }), row('go_sql_max_open_connections', 0, { db_name: 'm' })])).toEqual({ 'pool-go:m': [3], [capacitySignal('pool-go:m')]: [0] });
  });

  it("selects the operator's own by metric and labels, in the order of the plan", () => {
    const own = [{ metric: { metric: 'x', matchers: [{ label: 'k', op: '=', value: '1' }] }, of: { metric: 'y', matchers: [] } }, { metric: { metric: 'z', matchers: [] }, of: null }] as const;
    const series = resourceSeries([row('x', 1, { k: '1' }), row('x', 2, { k: '2' }), row('y', 3)], own);
    expect(Object.entries(series).map(([name, all]) => [name, all.length])).toEqual([['extra-0', 1], ['extra-0/of', 1], ['extra-1', 0]]);
  });
});
