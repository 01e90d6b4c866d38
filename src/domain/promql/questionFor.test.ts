import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../base/Duration';
import { resourceProfiles } from '../catalogue/resourceProfiles';
import type { Kpi } from './Question';
import type { QuestionContext } from './QuestionContext';
import { questionFor } from './questionFor';
import { RECORDED_NAMES } from './RecordedName';
import { aboutService, ask, asked, context, flat, profile, syntaxErrors } from './testing/questionContexts';

const HTTP = profile('prometheus-http');

describe('questions about a fleet of Prometheus clients', () => {
  const by = 'by (namespace, service)';
  const D = `sum ${by} (rate(http_requests_total[5m]))`;
  it.each<[Kpi, string]>([
    ['demand-now', D],
    ['error-ratio-now', `(sum ${by} (rate(http_requests_total{code=~"5.."}[5m])) or 0 * ${D}) / (${D} > 0.1)`],
    [
      'instances-now',
      'count by (namespace, service, zone, version, team) (group by (namespace, service, instance, zone, version, team) (http_requests_total))',
    ],
    ['daily-peak', `max_over_time((${D})[1d:5m])`],
    [
      'daily-peak-while-failing',
      `max_over_time((${D} < 50 * sum ${by} (rate(http_requests_total{code=~"5.."}[5m])))[1d:5m])`,
    ],
    ['hourly-demand', `sum ${by} (rate(http_requests_total[1h]))`],
    ['hourly-cores', `sum ${by} (rate(process_cpu_seconds_total[1h]))`],
    [
      'hourly-instances',
      'sum_over_time((count by (namespace, service, version) (group by (namespace, service, instance, version) (http_requests_total)))[1h:15m]) ' +
        `/ on (namespace, service) group_left () count_over_time((count ${by} (group by (namespace, service, instance) (http_requests_total)))[1h:15m])`,
    ],
    ['hourly-busiest-instance', `max ${by} (sum by (namespace, service, instance) (rate(http_requests_total[1h])))`],
    [
      'hourly-latency',
      `sum ${by} (rate(http_request_duration_seconds_sum[1h])) / (sum ${by} (rate(http_request_duration_seconds_count[1h])) > 0)`,
    ],
    ['burst', `max_over_time((sum ${by} (rate(http_requests_total[1m])))[5m:1m]) / (${D} > 0.1)`],
  ])('%s', (kpi, expr) => {
    expect(flat(ask(kpi))).toBe(expr);
  });

  it.each<[Kpi, number | null, number]>([
    ['demand-now', null, 5 * MINUTE],
    ['daily-peak', DAY, DAY],
    ['daily-peak-while-failing', DAY, DAY],
    ['hourly-demand', HOUR, HOUR],
    ['burst', 5 * MINUTE, 5 * MINUTE],
  ])('%s has its step and says what span a point speaks of', (kpi, step, lookback) => {
    expect(ask(kpi)).toMatchObject({ step, lookback });
  });

  it('widens the window where scrapes are rare', () => {
    expect(flat(ask('demand-now', { scrapeInterval: 2 * MINUTE }))).toContain('[8m]');
  });

  it('does not ask about minutes where a minute holds fewer than four scrapes', () => {
    for (const kpi of ['burst', 'service-minute-peak'] as const) {
      expect(questionFor(kpi, aboutService('checkout', { scrapeInterval: 30_000 }))).toMatchObject({
        kpi,
        reason: 'a minute holds fewer than four scrapes (scrape interval 30 s)',
      });
    }
  });

  it('refuses to know the cores of an instance when nothing says so', () => {
    expect(questionFor('cores-per-instance', context({ metrics: new Set() }))).toHaveProperty('reason');
  });

  it('asks only for resources whose metrics are there', () => {
    const metrics = new Set(['process_open_fds', 'process_max_fds', 'jvm_memory_used_bytes']);
    const text = ask('saturation', { metrics }).expr;
    expect(text).toContain('process_open_fds');
    expect(text).not.toContain('jvm_memory_used_bytes');
  });
});

describe('questions about workloads in Kubernetes', () => {
  const OTEL = profile('opentelemetry-http');
  const cadvisor = resourceProfiles.find((r) => r.id === 'cadvisor') ?? null;
  const rule = 'namespace_workload_pod:kube_pod_owner:relabel';

  it('joins CPU by owner, guarded against duplicates on both sides', () => {
    const question = ask('hourly-cores', { profile: OTEL, resource: cadvisor, metrics: new Set([rule]) });
    expect(flat(question)).toBe(
      'sum by (namespace, workload) (' +
        'max by (cluster, namespace, pod, container) (rate(container_cpu_usage_seconds_total{container!="", container!="POD"}[1h]))' +
        ' * on (namespace, pod) group_left (workload)' +
        ` topk by (namespace, pod) (1, max by (namespace, pod, workload) (max_over_time(${rule}[1h]))))`
    );
    expect(question.join).toEqual(['namespace', 'workload']);
  });

  it('falls back to kube_pod_owner, then to the shape of pod names', () => {
    const owner = ask('hourly-cores', { profile: OTEL, resource: cadvisor, metrics: new Set(['kube_pod_owner']) });
    const shape = ask('hourly-cores', { profile: OTEL, resource: cadvisor, metrics: new Set() });
    expect(owner.expr).toContain('label_join(');
    expect(shape.expr).toContain('"workload", "$1$2$3", "pod"');
    expect(shape.expr).not.toContain('group_left');
  });

  it('averages what the mixin recorded, so that a pod of ten minutes counts for ten', () => {
    const mixin = resourceProfiles.find((r) => r.id === 'kubernetes-mixin') ?? null;
    const text = flat(ask('hourly-cores', { profile: OTEL, resource: mixin, metrics: new Set([rule]) }));
    expect(text).toMatch(/^avg_over_time\(\(sum by \(namespace, workload\) .*\)\[1h:5m\]\)$/);
  });

  it('keys saturation by the grouping labels, one owner join for all resources', () => {
    const question = ask('saturation', { profile: OTEL, resource: cadvisor });
    expect(question.join).toEqual(['service_namespace', 'service_name']);
    expect(question.extra).toEqual(['resource']);
    expect(question.expr.match(/group_left/g)).toHaveLength(1);
  });

  it('follows the autoscaler to what it scales, or takes its name', () => {
    const named = ask('autoscaler', { profile: OTEL });
    expect(named.join).toEqual(['namespace', 'scaletargetref_name']);
    const bare = ask('autoscaler', {
      profile: OTEL,
      metrics: new Set(['kube_horizontalpodautoscaler_spec_max_replicas']),
    });
    expect(bare.join).toEqual(['namespace', 'horizontalpodautoscaler']);
    expect(bare.extra).toEqual(['__name__']);
  });

  it('counts ready replicas for a router that names services by namespace', () => {
    const question = ask('instances-now', { profile: profile('ingress-nginx') });
    expect(question.join).toEqual(['namespace', 'workload']);
    expect(question.expr).toContain('kube_deployment_status_replicas_ready');
  });
});

describe('questions about one service', () => {
  it('need a service', () => {
    expect(questionFor('service-demand', context())).toHaveProperty('reason');
    expect(questionFor('api-top', context())).toHaveProperty('reason');
  });

  it('select the service by its grouping labels', () => {
    const { expr } = asked(questionFor('service-demand', aboutService('checkout')));
    expect(expr).toBe(
      'sum by (namespace, service) (rate(http_requests_total{namespace="shop", service="checkout"}[5m]))'
    );
  });

  it('do not narrow a fleet question that happens to be asked from a service page', () => {
    expect(questionFor('demand-now', aboutService('checkout'))).toEqual(questionFor('demand-now', context()));
  });

  it('grow their window with the step of the picture', () => {
    const question = asked(questionFor('service-cores', aboutService('checkout', { step: HOUR })));
    expect(question).toMatchObject({ step: HOUR, lookback: HOUR });
    expect(question.expr).toContain('[1h]');
  });

  it('refuse API questions when no routes were chosen, and without a route label', () => {
    const none = { ...aboutService('checkout'), routes: [] };
    expect(questionFor('api-demand', none)).toMatchObject({ reason: 'no routes were chosen' });
    expect(questionFor('api-p99', aboutService('b', { profile: profile('haproxy') }))).toHaveProperty('reason');
  });

  it('escape routes as text, not as a pattern', () => {
    const chosen = { ...aboutService('checkout'), routes: ['/a.b', '/users/{id}', 'x"y\\'] };
    expect(asked(questionFor('api-demand', chosen)).expr).toContain(
      'route=~"/a\\\\.b|/users/\\\\{id\\\\}|x\\"y\\\\\\\\"'
    );
  });

  it('survive any service name and any route', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, route) => {
        for (const kpi of ['service-demand', 'service-cores', 'api-top', 'api-p99'] as const) {
          const chosen = { ...aboutService(name, { resource: resourceProfiles.at(-2) ?? null }), routes: [route] };
          expect(syntaxErrors(asked(questionFor(kpi, chosen)).expr)).toEqual([]);
        }
      }),
      { numRuns: 50 }
    );
  });
});

describe('recorded series', () => {
  const recorded = new Set<string>(RECORDED_NAMES);

  it.each<[Kpi, string]>([
    ['demand-now', 'max by (namespace, service) (headroom:demand:rate5m{headroom_profile="prometheus-http"})'],
    [
      'daily-peak',
      'max by (namespace, service) (max_over_time(headroom:demand:rate5m{headroom_profile="prometheus-http"}[1d]))',
    ],
    [
      'hourly-busiest-instance',
      'max by (namespace, service) (last_over_time(headroom:demand_busiest_instance:rate1h{headroom_profile="prometheus-http"}[15m]))',
    ],
    [
      'saturation',
      'max by (namespace, service, resource) (headroom:saturation:max{headroom_profile="prometheus-http"})',
    ],
  ])('replace %s', (kpi, expr) => {
    expect(flat(ask(kpi, { recorded }))).toBe(expr);
  });

  it('say so, and are keyed by the grouping labels', () => {
    const otel = profile('opentelemetry-http');
    const cadvisor = resourceProfiles.find((r) => r.id === 'cadvisor') ?? null;
    expect(ask('hourly-cores', { profile: otel, resource: cadvisor, recorded })).toMatchObject({
      recorded: 'headroom:cpu_cores:rate5m',
      join: ['service_namespace', 'service_name'],
    });
    expect(ask('hourly-cores').recorded).toBeNull();
  });

  it('keep the id, so that kept history goes on', () => {
    expect(ask('daily-peak', { recorded }).id).toBe(ask('daily-peak').id);
  });

  it('do not stand in for a coarser picture', () => {
    const hour = asked(questionFor('service-p99', aboutService('checkout', { recorded, step: HOUR })));
    expect(hour.recorded).toBeNull();
  });
});

describe('the id of a question', () => {
  const id = (changes: Partial<QuestionContext>): string => ask('daily-peak', changes).id;

  it('names KPI and profile, and is the same for the same text', () => {
    expect(id({})).toMatch(/^daily-peak\/prometheus-http\/[0-9a-z]+$/);
    expect(id({})).toBe(id({ metrics: new Set() }));
  });

  it.each<[string, Partial<QuestionContext>]>([
    ['another grouping', { profile: { ...HTTP, group: ['job'] } }],
    ['another scope', { scope: [{ label: 'cluster', op: '=', value: 'eu' }] }],
    ['rarer scrapes', { scrapeInterval: 2 * MINUTE }],
    ['another counter', { profile: { ...HTTP, requests: { metric: 'other_total' } } }],
  ])('changes with %s', (_name, changes) => {
    expect(id(changes)).not.toBe(id({}));
  });
});

describe('names PromQL does not take', () => {
  it.each<[string, Partial<QuestionContext>, string]>([
    [
      'a metric',
      { profile: { ...HTTP, requests: { metric: 'http.requests' } } },
      'invalid metric name: "http.requests"',
    ],
    ['a grouping label', { profile: { ...HTTP, group: ['service-name'] } }, 'invalid label name: "service-name"'],
    ['a scope label', { scope: [{ label: '', op: '=', value: 'x' }] }, 'invalid label name: ""'],
  ])('refuses %s by name and never throws', (_name, changes, reason) => {
    expect(questionFor('demand-now', context(changes))).toMatchObject({ kpi: 'demand-now', reason });
  });
});
