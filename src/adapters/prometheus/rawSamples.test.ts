import { PrometheusMetrics } from './PrometheusMetrics';
import type { Transport, TransportReply, TransportRequest } from './Transport';

const { signal } = new AbortController();

function metricsOver(reply: TransportReply) {
  const sent: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    sent.push(request);
    return reply;
  };
  return { sent, metrics: new PrometheusMetrics(transport, async () => undefined, () => 0) };
}

const success = (resultType: string, result: unknown): TransportReply => ({ status: 200, body: JSON.stringify({ status: 'success', data: { resultType, result } }) });

const matrix = (...values: Array<readonly [number, string]>) => success('matrix', [{ metric: { service: 'a' }, values }]);

describe('raw samples', () => {
  it('are one instant question about a range, at the server\'s own now unless told otherwise', async () => {
    const { metrics, sent } = metricsOver(matrix([1.25, '3'], [6.251, '5']));
    const read = await metrics.raw('p', 'up[60s]', null, signal);
    expect(read.ok && read.value.data).toEqual([{ labels: { service: 'a' }, samples: [{ at: 1250, value: 3 }, { at: 6251, value: 5 }] }]);
    await metrics.raw('p', 'up[60s]', 90_500, signal);
    expect(sent.map(({ path, params }) => [path, params.query, params.time])).toEqual([['api/v1/query', 'up[60s]', undefined], ['api/v1/query', 'up[60s]', '90.5']]);
  });

  it('leave out what no counter can be, and say so', async () => {
    const read = await metricsOver(matrix([1, 'NaN'], [2, '+Inf'], [3, '4'])).metrics.raw('p', 'up[60s]', null, signal);
    expect(read.ok && read.value.data[0]?.samples).toEqual([{ at: 3000, value: 4 }]);
    expect(read.ok && read.value.stats.warnings).toEqual(['1 infinite values read as gaps.']);
  });

  it.each<[string, TransportReply]>([
    ['a vector', success('vector', [])],
    ['a login page', { status: 200, body: '<!doctype html>' }],
    ['a row without values', success('matrix', [{ metric: {} }])],
    ['nothing', { status: 200, body: '' }],
    ['no server', { status: 0, body: 'refused' }],
  ])('are a failure, not an empty answer, when %s comes back', async (_name, reply) => {
    expect((await metricsOver(reply).metrics.raw('p', 'up[60s]', null, signal)).ok).toBe(false);
  });
});
