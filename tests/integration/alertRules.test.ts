/**
 * Each intent against the real rule engine (`promtool test rules`) on series with known crossings, gaps and staleness:
 * it fires when it should, nothing fires because data is missing, and what has vanished is told of.
 */
import { capacityRuleFile } from '../../src/domain/alertrules/capacityRuleFile';
import { subject } from '../../src/domain/alertrules/ruleSource.fixture';
import { DAY, HOUR } from '../../src/domain/base/Duration';
import { benchmark, measured, peak } from '../../src/domain/capacity/serviceFacts.fixture';
import { profile } from '../../src/domain/promql/testing/questionContexts';
import { counter, falling, gauge, phases, play, requests, source, type Scene } from '../support/ruleScene';
import { testRules, type Expected, type Minutes, type RuleSeries } from '../support/RuleTest';

const four = ['busy', 'calm', 'gap', 'gone'];
const fourSeries = [
  requests('busy', 'b1', phases([30, 50], [60, 120], [60, 40])),
  requests('calm', 'c1', phases([150, 80])),
  requests('gap', 'g1', phases([40, 120], [30, 'gap'], [80, 120])),
  requests('gone', 'x1', phases([40, 120], [110, 'stale'])),
];

describe('a rule about demand', () => {
  it('fires on a crossing, ends with it, and is silent about what has no data; the companions are not', () =>
    play({
      intent: { kind: 'overload-demand', share: 0.9 },
      source: source(four),
      series: fourSeries,
      firing: [
        [4, {}],
        [9, { HeadroomOverloadDemand: ['gap', 'gone'] }],
        [42, { HeadroomOverloadDemand: ['busy'] }],
        [50, { HeadroomOverloadDemand: ['busy'], HeadroomSeriesGone: ['gone'] }],
        [66, { HeadroomOverloadDemand: ['busy'], HeadroomSeriesGone: ['gap', 'gone'] }],
        [85, { HeadroomOverloadDemand: ['busy', 'gap'], HeadroomSeriesGone: ['gone'] }],
        [100, { HeadroomOverloadDemand: ['gap'], HeadroomSeriesGone: ['gone'] }],
      ],
      label: 'service',
    }));
});

describe('headroom under what the tier asks', () => {
  it('is short by instances, never because a count is missing', () =>
    play({
      intent: { kind: 'headroom-short' },
      source: source(['fewer', 'enough', 'gone']),
      series: [
        ...['1', '2'].map((i) => requests('fewer', i, phases([120, 10]))),
        requests('fewer', '3', phases([30, 10], [90, 'stale'])),
        ...['1', '2', '3'].map((i) => requests('enough', i, phases([120, 10]))),
        ...['1', '2', '3'].map((i) => requests('gone', i, phases([30, 10], [90, 'stale']))),
      ],
      firing: [
        [44, { HeadroomSeriesGone: ['gone'] }],
        [46, { HeadroomShort: ['fewer'], HeadroomSeriesGone: ['gone'] }],
        [110, { HeadroomShort: ['fewer'], HeadroomSeriesGone: ['gone'] }],
      ],
    }));

  it('judges an autoscaled service at its maximum, however few run at night', () =>
    play({
      intent: { kind: 'headroom-short' },
      source: source(['scaled', 'capped'], { autoscaler: { min: 1, max: 3, desired: 1 } }, { metrics: new Set(['kube_horizontalpodautoscaler_spec_max_replicas']) }),
      series: [
        ...['scaled', 'capped'].map((name) => requests(name, '1', phases([60, 10]))),
        { name: 'kube_horizontalpodautoscaler_spec_max_replicas', labels: { namespace: 'shop', horizontalpodautoscaler: 'scaled' }, minutes: phases([60, 3]) },
        { name: 'kube_horizontalpodautoscaler_spec_max_replicas', labels: { namespace: 'shop', horizontalpodautoscaler: 'capped' }, minutes: phases([60, 2]) },
      ],
      firing: [[40, { HeadroomShort: ['capped'] }]],
    }));
});

describe('an autoscaler that is named unlike what it scales', () => {
  it('is found by its target', () => {
    const metrics = new Set(['kube_horizontalpodautoscaler_spec_max_replicas', 'kube_horizontalpodautoscaler_info']);
    const named = (name: string, max: number): RuleSeries[] => [
      { name: 'kube_horizontalpodautoscaler_info', labels: { namespace: 'shop', horizontalpodautoscaler: `${name}-hpa`, scaletargetref_name: name }, minutes: phases([60, 1]) },
      { name: 'kube_horizontalpodautoscaler_spec_max_replicas', labels: { namespace: 'shop', horizontalpodautoscaler: `${name}-hpa`, exporter: 'a' }, minutes: phases([60, max]) },
      { name: 'kube_horizontalpodautoscaler_spec_max_replicas', labels: { namespace: 'shop', horizontalpodautoscaler: `${name}-hpa`, exporter: 'b' }, minutes: phases([60, max]) },
    ];
    return play({
      intent: { kind: 'headroom-short' },
      source: source(['scaled', 'capped'], { autoscaler: { min: 1, max: 3, desired: 1 } }, { metrics }),
      series: [...['scaled', 'capped'].map((name) => requests(name, '1', phases([60, 10]))), ...named('scaled', 3), ...named('capped', 2)],
      firing: [[40, { HeadroomShort: ['capped'] }]],
    });
  });
});

describe('losing a zone', () => {
  const base = profile('prometheus-http');
  const zoned = { profile: { ...base, labels: { ...base.labels, zone: 'zone' } } };
  const inZones = (service: string, zones: string) => [...zones].map((zone, i) => requests(service, `${i}`, phases([60, 10]), { zone }));

  it('looks at the zones as they are', () =>
    play({
      intent: { kind: 'zone-loss' },
      // 215 requests/s over 100 each, nothing kept free once degraded: three must be left.
      source: source(['even', 'lopsided', 'crowded'], { redundancy: 'zone', zones: new Map([['a', 2], ['b', 2], ['c', 1]]) }, zoned),
      series: [...inZones('even', 'aabbc'), ...inZones('lopsided', 'aaabc'), ...inZones('crowded', 'aaaaaaaa')],
      firing: [
        [14, {}],
        [20, { HeadroomZoneLoss: ['lopsided', 'crowded'] }],
      ],
    }));
});

describe('other measures of overload', () => {
  it.each<[string, Scene]>([
    [
      'demand above the autoscaler maximum',
      {
        intent: { kind: 'above-autoscaler-max' },
        // 2 instances x 100 x (1 - 0.2) = 160.
        source: source(['over', 'under'], { autoscaler: { min: 1, max: 2, desired: 1 } }, { metrics: new Set(['kube_horizontalpodautoscaler_spec_max_replicas']) }),
        series: [
          requests('over', '1', phases([40, 170])),
          requests('under', '1', phases([40, 150])),
          ...['over', 'under'].map((name) => ({ name: 'kube_horizontalpodautoscaler_spec_max_replicas', labels: { namespace: 'shop', horizontalpodautoscaler: name }, minutes: phases([40, 2]) })),
        ],
        firing: [[30, { HeadroomAboveAutoscalerMax: ['over'] }]],
      },
    ],
    [
      'CPU',
      {
        intent: { kind: 'overload-cpu', share: 0.9 },
        source: source(['hot', 'cool'], { coresPerInstance: 2 }),
        series: [
          ...['hot', 'cool'].map((name) => requests(name, `${name}-1`, phases([40, 10]))),
          gauge('process_cpu_seconds_total', 'hot', counter(phases([40, 1.9]))),
          gauge('process_cpu_seconds_total', 'cool', counter(phases([40, 1.7]))),
        ],
        firing: [[30, { HeadroomOverloadCpu: ['hot'] }]],
      },
    ],
    [
      'requests in flight',
      {
        intent: { kind: 'overload-in-flight', share: 0.9 },
        source: source(['full', 'free'], { concurrencyLimit: 10 }),
        series: [
          ...['full', 'free'].map((name) => requests(name, `${name}-1`, phases([40, 10]))),
          gauge('http_requests_in_flight', 'full', phases([40, 10])),
          gauge('http_requests_in_flight', 'free', phases([40, 8])),
        ],
        firing: [[30, { HeadroomOverloadInFlight: ['full'] }]],
      },
    ],
    [
      'requests in flight, by the gauge of their limit',
      {
        intent: { kind: 'overload-in-flight', share: 0.9 },
        source: source(['full', 'free'], {}, { profile: { ...profile('prometheus-http'), inFlightLimit: { metric: 'http_requests_in_flight_max' } }, metrics: new Set(['http_requests_in_flight_max']) }),
        series: [
          gauge('http_requests_in_flight', 'full', phases([40, 19])),
          gauge('http_requests_in_flight', 'free', phases([40, 10])),
          ...['full', 'free'].map((name) => gauge('http_requests_in_flight_max', name, phases([40, 20]))),
        ],
        firing: [[30, { HeadroomOverloadInFlight: ['full'] }]],
      },
    ],
    [
      'rate-limit rejects',
      {
        intent: { kind: 'overload-rejects', share: 0.01 },
        source: source(['refusing', 'serving']),
        series: [
          requests('refusing', '1', phases([40, 97]), { code: '200' }),
          requests('refusing', '1', phases([40, 3]), { code: '429' }),
          requests('serving', '1', phases([40, 100]), { code: '200' }),
        ],
        firing: [[30, { HeadroomRejects: ['refusing'] }]],
      },
    ],
    [
      'a pool',
      {
        intent: { kind: 'pool-saturated', share: 0.9 },
        source: source(['full', 'free'], {}, { metrics: new Set(['go_sql_in_use_connections', 'go_sql_max_open_connections']) }),
        series: [
          gauge('go_sql_in_use_connections', 'full', phases([40, 19])),
          gauge('go_sql_in_use_connections', 'free', phases([40, 10])),
          ...['full', 'free'].map((name) => gauge('go_sql_max_open_connections', name, phases([40, 20]))),
        ],
        firing: [[30, { HeadroomPoolSaturated: ['full'] }]],
      },
    ],
    [
      'a queue that grows, not one that is long',
      {
        intent: { kind: 'queue-growing', minutes: 5 },
        source: source(['growing', 'long'], {}, { metrics: new Set(['hikaricp_connections_pending']) }),
        series: [gauge('hikaricp_connections_pending', 'growing', Array.from({ length: 40 }, (_, i) => i * 2)), gauge('hikaricp_connections_pending', 'long', phases([40, 500]))],
        firing: [[30, { HeadroomQueueGrowing: ['growing'] }]],
      },
    ],
    [
      'a disk that fills, as the process publishes it',
      {
        intent: { kind: 'disk-full', days: 4 },
        source: source(['filling', 'steady', 'young', 'written'], {}, { metrics: new Set(['disk_free_bytes']) }),
        series: [
          gauge('disk_free_bytes', 'filling', falling(500), { path: '/data' }),
          gauge('disk_free_bytes', 'filling', phases([500, 1e9]), { path: '/' }),
          gauge('disk_free_bytes', 'steady', phases([500, 1e6])),
          // Two hours say nothing of four days, nor does a disk whose scrapes are missing.
          gauge('disk_free_bytes', 'young', [...phases([380, 'gap']), ...falling(120)]),
          // One large file, written once.
          gauge('disk_free_bytes', 'written', phases([250, 1e9], [250, 2e8])),
        ],
        firing: [
          [200, {}],
          [480, { HeadroomDiskFull: ['filling'] }],
        ],
      },
    ],
    [
      'a queue by what begins to wait, where only a counter tells',
      {
        intent: { kind: 'queue-growing', minutes: 5 },
        source: source(['worse', 'busy', 'idle'], {}, { metrics: new Set(['go_sql_wait_count_total']) }),
        series: [
          gauge('go_sql_wait_count_total', 'worse', counter(Array.from({ length: 40 }, (_, i) => i))),
          gauge('go_sql_wait_count_total', 'busy', counter(phases([40, 50]))),
          gauge('go_sql_wait_count_total', 'idle', counter(phases([40, 0]))),
        ],
        firing: [[30, { HeadroomQueueGrowing: ['worse'] }]],
      },
    ],
    [
      'a queue of OpenTelemetry, and nothing of one that went away',
      {
        intent: { kind: 'queue-growing', minutes: 5 },
        source: source(['growing', 'gap'], {}, { metrics: new Set(['db_client_connection_pending_requests']) }),
        series: [
          gauge('db_client_connection_pending_requests', 'growing', Array.from({ length: 40 }, (_, i) => i * 2)),
          gauge('db_client_connection_pending_requests', 'gap', [...Array.from({ length: 20 }, (_, i) => i * 2), ...phases([20, 'stale'])]),
        ],
        firing: [[35, { HeadroomQueueGrowing: ['growing'] }]],
      },
    ],
    [
      'a pool of OpenTelemetry, of which only used connections count',
      {
        intent: { kind: 'pool-saturated', share: 0.9 },
        source: source(['full', 'free'], {}, { metrics: new Set(['db_client_connection_count', 'db_client_connection_max']) }),
        series: [
          gauge('db_client_connection_count', 'full', phases([40, 19]), { db_client_connection_state: 'used' }),
          gauge('db_client_connection_count', 'free', phases([40, 2]), { db_client_connection_state: 'used' }),
          gauge('db_client_connection_count', 'free', phases([40, 18]), { db_client_connection_state: 'idle' }),
          ...['full', 'free'].map((name) => gauge('db_client_connection_max', name, phases([40, 20]))),
        ],
        firing: [[30, { HeadroomPoolSaturated: ['full'] }]],
      },
    ],
    [
      'a grown demand',
      {
        intent: { kind: 'demand-grown', factor: 2 },
        source: source(['grown', 'same']),
        series: [requests('grown', '1', phases([60, 450])), requests('same', '1', phases([60, 420]))],
        firing: [[40, { HeadroomDemandGrown: ['grown'] }]],
      },
    ],
    [
      'another version than the benchmark was taken of',
      {
        intent: { kind: 'benchmark-version' },
        source: source(['rolled', 'same'], { benchmark: benchmark(100, { version: 'v1' }) }, { profile: { ...profile('prometheus-http'), labels: { ...profile('prometheus-http').labels, version: 'version' } } }),
        series: [requests('rolled', '1', phases([90, 10]), { version: 'v1' }), requests('rolled', '2', phases([90, 10]), { version: 'v2' }), requests('same', '1', phases([90, 10]), { version: 'v1' })],
        firing: [
          [50, {}],
          [80, { HeadroomBenchmarkVersion: ['rolled'] }],
        ],
      },
    ],
    [
      'a new all-time high, and its reset an hour after',
      {
        intent: { kind: 'new-ath', hours: 1 },
        source: source(['high', 'low'], { ath: peak(300) }),
        series: [requests('high', '1', phases([30, 200], [30, 400], [120, 200])), requests('low', '1', phases([180, 290]))],
        firing: [
          [29, {}],
          [50, { HeadroomNewAth: ['high'] }],
          [115, { HeadroomNewAth: ['high'] }],
          [130, {}],
        ],
      },
    ],
  ])('%s', (_name, scene) => play(scene));
});

describe('what looks at days', () => {
  // Hourly samples: the rate window must hold four of them.
  const daily = { scrapeInterval: HOUR };
  const rising = Array.from({ length: 30 * 24 }, (_, i) => 100 + i / 6);

  it('foresees a crossing, only with enough history', () =>
    play({
      intent: { kind: 'forecast', days: 21 },
      // Three instances carry 240 requests/s; +4 a day from 100 crosses it on day 35.
      source: source(['rising', 'flat', 'young'], { instances: subject('x').facts.instances, autoscaler: { min: 3, max: 3, desired: 3 } }, daily),
      series: [
        requests('rising', '1', rising, {}, 3600),
        requests('flat', '1', phases([720, 150]), {}, 3600),
        requests('young', '1', [...phases([480, 'gap']), ...rising.slice(0, 240).map((v) => v * 2)], {}, 3600),
      ],
      interval: '1h',
      firing: [
        [10 * 24, {}],
        [24 * 24, { HeadroomForecast: ['rising'] }],
        [29 * 24, { HeadroomForecast: ['rising'] }],
      ],
    }));

  it('gives back only what was spare throughout, and not across a gap', () =>
    play({
      // promtool holds 10,000 samples only.
      intent: { kind: 'give-back', instances: 2, days: 7 },
      source: source(['spare', 'seldom', 'gap'], {}, daily),
      series: [
        ...Array.from({ length: 6 }, (_, i) => requests('spare', `${i}`, phases([360, 1]), {}, 3600)),
        ...Array.from({ length: 6 }, (_, i) => requests('seldom', `${i}`, i < 4 ? phases([360, 1]) : phases([200, 1], [10, 'stale'], [150, 1]), {}, 3600)),
        ...Array.from({ length: 6 }, (_, i) => requests('gap', `${i}`, phases([200, 1], [60, 'stale'], [100, 1]), {}, 3600)),
      ],
      interval: '1h',
      firing: [
        [140, {}],
        [190, { HeadroomGiveBack: ['spare', 'seldom', 'gap'] }],
        [330, { HeadroomGiveBack: ['spare'] }],
      ],
    }));

  it('knows the age of a benchmark, and asks for none of what has gone', () =>
    play({
      intent: { kind: 'benchmark-old', days: 7 },
      source: source(['old', 'gone'], { benchmark: benchmark(100, { at: DAY }) }, daily),
      series: [requests('old', '1', phases([240, 1]), {}, 3600), requests('gone', '1', phases([150, 1], [90, 'stale']), {}, 3600)],
      interval: '1h',
      firing: [
        [190, {}],
        [200, { HeadroomBenchmarkOld: ['old'] }],
      ],
    }));
});

describe('the keeper', () => {
  const keeper = (instance: string, ticks: Minutes, active: Minutes): RuleSeries[] => [
    { name: 'headroom_keeper_last_tick_timestamp_seconds', labels: { job: 'keeper', instance }, minutes: ticks },
    { name: 'headroom_keeper_active_overrides', labels: { job: 'keeper', instance, pool: 'cart' }, minutes: active },
    { name: 'headroom_keeper_active_overrides', labels: { job: 'keeper', instance, pool: 'search' }, minutes: active.map((value) => (typeof value === 'number' ? 0 : value)) },
  ];
  const ticking = Array.from({ length: 60 }, (_, i) => i * 60);

  it('is missed when it holds an override and hangs or vanishes, not when it is idle', () =>
    play({
      intent: { kind: 'override-silent', seconds: 90 },
      source: source([]),
      series: [
        ...keeper('alive', ticking, phases([60, 1])),
        ...keeper('hanging', ticking.map((at) => Math.min(at, 1200)), phases([60, 1])),
        ...keeper('vanished', [...ticking.slice(0, 20), ...phases([40, 'stale'])], [...phases([20, 1]), ...phases([40, 'stale'])]),
        ...keeper('idle', [...ticking.slice(0, 20), ...phases([40, 'stale'])], [...phases([20, 0]), ...phases([40, 'stale'])]),
      ],
      firing: [
        [18, {}],
        [30, { HeadroomKeeperSilent: ['hanging', 'vanished'] }],
        [59, { HeadroomKeeperSilent: ['hanging', 'vanished'] }],
      ],
      label: 'instance',
    }));
});

describe('recorded capacity', () => {
  it('is there for services that take demand, headroom over the greater of the known peak and demand now', async () => {
    const services = source(['usual', 'record', 'gone'], { instances: measured(3, 'instances') });
    const series = [
      requests('usual', '1', phases([40, 100])),
      requests('record', '1', phases([40, 480])),
      requests('gone', '1', phases([10, 100], [30, 'stale'])),
    ];
    const row = (service: string, value: number) => ({ labels: { namespace: 'shop', service }, value });
    // Three instances of 100 requests/s, a fifth kept free: 240. The plain peak is 215 x 1.08.
    const growth = 240 / 232.2 - 1;
    const expected: Expected[] = [
      { expr: 'max by (namespace, service) (headroom:capacity:reqps{tier="P2", headroom_profile="prometheus-http"})', minute: 30, rows: [row('usual', 240), row('record', 240)] },
      { expr: 'max by (namespace, service) (headroom:required:instances)', minute: 30, rows: [row('usual', 3), row('record', 3)] },
      { expr: `max by (namespace, service) (abs(headroom:headroom:growth{service="usual"} - ${growth}) < 0.001) >= bool 0`, minute: 30, rows: [row('usual', 1)] },
      { expr: 'max by (namespace, service) (abs(headroom:headroom:growth{service="record"} + 0.5) < 0.001) >= bool 0', minute: 30, rows: [row('record', 1)] },
      { expr: 'max by (namespace, service) (headroom:headroom:growth{tier="P2", headroom_profile="prometheus-http"} >= bool -1)', minute: 30, rows: [row('usual', 1), row('record', 1)] },
      { expr: 'headroom:headroom:growth{service="gone"}', minute: 30, rows: [] },
    ];
    expect(await testRules(capacityRuleFile([services]), series, expected)).toBeNull();
  });
});
