import fc from 'fast-check';
import { PrometheusMetrics } from './PrometheusMetrics';
import type { Transport, TransportReply, TransportRequest } from './Transport';

const signal = new AbortController().signal;
const window = { from: 60_000, to: 180_000 };

function metricsOver(...replies: TransportReply[]) {
  const sent: TransportRequest[] = [];
  let pauses = 0;
  const transport: Transport = async (request) => {
    sent.push(request);
    return replies[Math.min(sent.length, replies.length) - 1] ?? { status: 200, body: '' };
  };
  const metrics = new PrometheusMetrics(
    transport,
    async () => void pauses++,
    () => 0
  );
  return { metrics, sent, pauses: () => pauses };
}

const success = (resultType: string, result: unknown, more: object = {}, inData: object = {}): TransportReply => ({
  status: 200,
  body: JSON.stringify({ status: 'success', data: { resultType, result, ...inData }, ...more }),
});

const matrix = (...values: Array<readonly [number, string]>) =>
  success('matrix', [{ metric: { service: 'a' }, values }]);

async function readRange(reply: TransportReply) {
  const outcome = await metricsOver(reply).metrics.range('p', 'up', window, 60_000, signal);
  if (!outcome.ok) {
    throw new Error(outcome.error.message);
  }
  return {
    values: outcome.value.data.map((row) => [...row.series.values]),
    stats: outcome.value.stats,
    rows: outcome.value.data,
  };
}

describe('a range', () => {
  it('is asked for in seconds, with statistics', async () => {
    const { metrics, sent } = metricsOver(matrix());
    await metrics.range('p', 'up', { from: 60_500, to: 180_500 }, 60_000, signal);
    expect(sent).toEqual([
      {
        source: 'p',
        path: 'api/v1/query_range',
        method: 'GET',
        params: { query: 'up', start: '60.5', end: '180.5', step: '60', stats: 'all' },
      },
    ]);
  });

  test.each<[string, Array<readonly [number, string]>, number[], string | null]>([
    [
      'a point a step',
      [
        [60, '1'],
        [120, '2.5'],
        [180, '-3e2'],
      ],
      [1, 2.5, -300],
      null,
    ],
    ['missing points are gaps', [[120, '2']], [NaN, 2, NaN], null],
    [
      'NaN is a gap',
      [
        [60, 'NaN'],
        [120, '2'],
      ],
      [NaN, 2, NaN],
      null,
    ],
    [
      'infinite values are gaps, and said',
      [
        [60, '+Inf'],
        [120, '-Inf'],
        [180, '1'],
      ],
      [NaN, NaN, 1],
      '2 infinite values read as gaps.',
    ],
    [
      'of two points at one time the later counts',
      [
        [60, '1'],
        [60, '2'],
      ],
      [2, NaN, NaN],
      '1 points given twice, the last one counts.',
    ],
    [
      'points beside the grid are left out',
      [
        [61, '1'],
        [240, '2'],
        [0, '3'],
        [120, '4'],
      ],
      [NaN, 4, NaN],
      '3 points beside the grid that was asked for left out.',
    ],
  ])('%s', async (_, points, wanted, warning) => {
    const { values, stats, rows } = await readRange(matrix(...points));
    expect(values).toEqual([wanted]);
    expect(rows[0]?.series).toMatchObject({ start: 60_000, step: 60_000 });
    expect(stats.warnings).toEqual(warning === null ? [] : [warning]);
  });

  it('keeps warnings, infos and the samples the server counted', async () => {
    const stats = { stats: { samples: { totalQueryableSamples: 12, peakSamples: 5 } } };
    const read = await readRange(success('matrix', [], { warnings: ['w'], infos: ['i'] }, stats));
    expect(read.stats).toMatchObject({ samples: 12, peakSamples: 5, warnings: ['w', 'i'] });
  });

  it.each<[string, object, readonly unknown[]]>([
    ['in part', { isPartial: true }, [expect.stringContaining('partial')]],
    ['whole', { isPartial: false }, []],
  ])('hears VictoriaMetrics say that it answered %s', async (_, fields, warnings) => {
    const { stats } = await readRange(success('matrix', [], fields));
    expect(stats.warnings).toEqual(warnings);
  });

  it('leaves native histograms out, and says so', async () => {
    const { values, stats } = await readRange(success('matrix', [{ metric: {}, histograms: [[60, { count: '1' }]] }]));
    expect(values).toEqual([]);
    expect(stats.warnings[0]).toContain('native histograms');
  });

  it('labels with any characters arrive as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), async (names) => {
        const rows = names.map((service) => ({
          metric: { service, b: `"result":[{}] ${service}\\"` },
          values: [[60, '1']],
        }));
        const read = await readRange(success('matrix', rows));
        expect(read.rows.map((r) => r.labels)).toEqual(rows.map((r) => r.metric));
      })
    );
  });

  it('does not mind white space', async () => {
    const body = JSON.stringify(JSON.parse(matrix([60, '1']).body), null, 2);
    expect((await readRange({ status: 200, body })).values).toEqual([[1, NaN, NaN]]);
  });

  it('pauses while a large answer is read', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => ({
      metric: { service: `service-${i}`, pad: 'x'.repeat(300) },
      values: [[60, '1']],
    }));
    const { metrics, pauses } = metricsOver(success('matrix', rows));
    const outcome = await metrics.range('p', 'up', window, 60_000, signal);
    expect(outcome.ok && outcome.value.data).toHaveLength(3_000);
    expect(pauses()).toBeGreaterThan(1);
  });
});

describe('an answer that cannot be read is named', () => {
  const good = matrix([60, '1'], [120, '2']).body;
  test.each<[string, string, RegExp]>([
    ['truncated', good.slice(0, -20), /ends in the middle/],
    ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
    ['nothing', '', /empty answer/],
    ['a vector', success('vector', []).body, /is a vector; a matrix is expected/],
    ['no metric', success('matrix', [{ values: [] }]).body, /without "metric"/],
    ['no values', success('matrix', [{ metric: {} }]).body, /without "values"/],
    ['a label that is a number', success('matrix', [{ metric: { a: 1 }, values: [] }]).body, /label a is 1/],
    ['a value that is a number', success('matrix', [{ metric: {}, values: [[60, 1]] }]).body, /a point is \[60,1\]/],
    [
      'a value that is no number',
      success('matrix', [{ metric: {}, values: [[60, 'x']] }]).body,
      /a point is \[60,"x"\]/,
    ],
    ['not of Prometheus', '{"hello":1}', /"status" is not "success"/],
    ['a scalar', success('scalar', [60, '1']).body, /an object is expected/],
  ])('%s', async (_, body, wanted) => {
    const outcome = await metricsOver({ status: 200, body }).metrics.range('p', 'up', window, 60_000, signal);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'bad-answer', expr: 'up', status: 200 } });
    expect(!outcome.ok && outcome.error.message).toMatch(wanted);
  });

  it('wherever it is cut off', async () => {
    for (let length = 0; length < good.length; length++) {
      const outcome = await metricsOver({ status: 200, body: good.slice(0, length) }).metrics.range(
        'p',
        'up',
        window,
        60_000,
        signal
      );
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
    }
  });
});

describe('an instant', () => {
  const vector = success('vector', [
    { metric: { service: 'a' }, value: [1.5, '7'] },
    { metric: {}, histogram: [1, {}] },
  ]);

  it('is read with its time', async () => {
    const outcome = await metricsOver(vector).metrics.instant('p', 'up', 1_500, signal);
    expect(outcome).toMatchObject({ ok: true, value: { data: [{ labels: { service: 'a' }, value: 7, at: 1_500 }] } });
  });

  it('leaves "now" to the server', async () => {
    const { metrics, sent } = metricsOver(vector);
    await metrics.instant('p', 'up', null, signal);
    expect(sent[0]?.params).toEqual({ query: 'up', stats: 'all' });
  });
});

describe('manners', () => {
  const long = `sum(rate(a{b=~"${'x'.repeat(2_000)}"}[5m]))`;

  it('long questions go by POST, and by GET where POST is not known', async () => {
    const { metrics, sent } = metricsOver({ status: 405, body: '' }, success('vector', []));
    await metrics.instant('p', long, null, signal);
    await metrics.instant('p', long, null, signal);
    expect(sent.map((r) => r.method)).toEqual(['POST', 'GET', 'GET']);
  });

  it('asks without statistics where the parameter is refused', async () => {
    const refusal = {
      status: 400,
      body: '{"status":"error","errorType":"bad_data","error":"unknown parameter stats"}',
    };
    const { metrics, sent } = metricsOver(refusal, success('vector', []));
    expect((await metrics.instant('p', 'up', null, signal)).ok).toBe(true);
    await metrics.instant('p', 'up', null, signal);
    expect(sent.map((r) => 'stats' in r.params)).toEqual([true, false, false]);
  });
});

describe('metric names', () => {
  it('are asked for by an escaped pattern', async () => {
    const { metrics, sent } = metricsOver({ status: 200, body: '{"status":"success","data":["a","b"]}' });
    expect(await metrics.metricNames('p', 'http_.*|"x\\d', window, signal)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(sent[0]).toMatchObject({
      path: 'api/v1/label/__name__/values',
      params: { 'match[]': '{__name__=~"http_.*|\\"x\\\\d"}', start: '60', end: '180' },
    });
  });

  it('a failure is a failure', async () =>
    expect(
      await metricsOver({ status: 403, body: '{"message":"no"}' }).metrics.metricNames('p', 'a', window, signal)
    ).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    }));
});

describe('about a server', () => {
  const status = (data: object): TransportReply => ({ status: 200, body: JSON.stringify({ status: 'success', data }) });
  test.each<[string, TransportReply[], object]>([
    [
      'Prometheus',
      [status({ version: '2.42.0' }), status({ storageRetention: '15d or 10GiB' })],
      { version: '2.42.0', retention: 1_296_000_000 },
    ],
    [
      'bounded by size only',
      [status({ version: '3.1.0' }), status({ storageRetention: '10GiB' })],
      { version: '3.1.0', retention: null },
    ],
    ['one that does not tell', [{ status: 404, body: 'page not found' }], { version: null, retention: null }],
  ])('%s', async (_, replies, value) =>
    expect(await metricsOver(...replies).metrics.about('p', signal)).toEqual({ ok: true, value })
  );

  it('that is away', async () =>
    expect(await metricsOver({ status: 502, body: '' }).metrics.about('p', signal)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    }));
});
