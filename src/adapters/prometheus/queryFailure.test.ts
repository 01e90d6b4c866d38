import type { QueryFailureKind } from '../../ports/Metrics';
import { queryFailure } from './queryFailure';

const prometheus = (errorType: string, error: string): string => JSON.stringify({ status: 'error', errorType, error });
const grafana = (message: string): string => JSON.stringify({ message, messageId: 'x', statusCode: 500, traceID: '' });

describe('queryFailure tells what happened and the way out', () => {
  test.each<[string, number, string, QueryFailureKind, RegExp, number?]>([
    [
      'Prometheus, too many samples',
      422,
      prometheus('execution', 'query processing would load too many samples into memory in query execution'),
      'too-many-samples',
      /recording rules/,
    ],
    [
      'Mimir, too many chunks',
      422,
      prometheus(
        'execution',
        'the query exceeded the maximum number of chunks (limit: 2000000 chunks) (err-mimir-max-chunks-per-query)'
      ),
      'too-many-samples',
      /shorter span/,
    ],
    [
      'too many points',
      400,
      prometheus(
        'bad_data',
        'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)'
      ),
      'too-many-points',
      /wider step/,
    ],
    [
      'Prometheus, timed out',
      503,
      prometheus('timeout', 'query timed out in expression evaluation'),
      'timeout',
      /took longer/,
    ],
    ['a proxy, timed out', 504, '', 'timeout', /HTTP status 504/],
    [
      'Grafana gave up',
      500,
      grafana('context deadline exceeded (Client.Timeout exceeded while awaiting headers)'),
      'timeout',
      /took longer/,
    ],
    [
      'Grafana gave up without saying so',
      500,
      grafana('An error occurred within the plugin'),
      'timeout',
      /took longer/,
      30_000,
    ],
    [
      'a parse error',
      400,
      prometheus('bad_data', 'invalid parameter "query": 1:5: parse error: unexpected end of input'),
      'parse',
      /1:5: parse error/,
    ],
    [
      'an execution error',
      422,
      prometheus('execution', 'found duplicate series for the match group'),
      'execution',
      /duplicate series/,
    ],
    ['an error with status 200', 200, prometheus('execution', 'many-to-many matching'), 'execution', /many-to-many/],
    ['no permission', 403, '{"message":"You\'ll need additional permissions"}', 'forbidden', /datasources:query/],
    ['signed out', 401, '{"message":"Unauthorized"}', 'forbidden', /Unauthorized/],
    ['data source gone', 404, '{"message":"Data source not found"}', 'not-found', /Configuration page/],
    ['data source gone, older Grafana', 500, grafana('Data source not found'), 'not-found', /gone/],
    [
      'connection refused',
      502,
      grafana('dial tcp 127.0.0.1:9090: connect: connection refused'),
      'unavailable',
      /connection refused/,
    ],
    [
      'a connection that timed out is an absent server',
      500,
      grafana('dial tcp 10.0.0.1:9090: i/o timeout'),
      'unavailable',
      /does not answer/,
    ],
    ['bad gateway, empty', 502, '', 'unavailable', /empty answer, HTTP status 502/],
    ['bad gateway, a page', 502, '<html>Bad Gateway</html>', 'unavailable', /HTTP status 502/],
    ['no network', 0, 'Failed to fetch', 'unavailable', /Failed to fetch/],
    ['too many requests', 429, 'too many outstanding requests', 'unavailable', /fewer queries \(too many outstanding requests\)\. Wait .*limit for this tenant/],
    ['a login page', 200, '<!doctype html><title>Sign in</title>', 'bad-answer', /web page/],
    ['nothing', 200, '', 'bad-answer', /empty answer/],
  ])('%s', (_, status, body, kind, wanted, milliseconds = 100) => {
    const failure = queryFailure({ status, body }, 'up', milliseconds);
    expect(failure).toMatchObject({ kind, status, expr: 'up' });
    expect(failure.message).toMatch(wanted);
  });

  it('does not repeat a novel', () =>
    expect(
      queryFailure({ status: 422, body: prometheus('execution', 'x'.repeat(9_999)) }, 'up', 1).message.length
    ).toBeLessThan(500));
});
