/**
 * OpenTelemetry services on Kubernetes against a real Prometheus: CPU, limits, saturation, replicas and autoscalers joined
 * by owner in each of the three ways, with every duplicate that is known to break such joins. Numbers by hand.
 */
import { HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import type { Labels } from '../../src/domain/base/Labels';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import { OWNER_METRIC, OWNER_RULE } from '../../src/domain/catalogue/kubernetesMetrics';
import type { Profile, ResourceProfile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { autoscalerBound } from '../../src/domain/promql/autoscalerBound';
import { narrowedExpr } from '../../src/domain/promql/narrowedExpr';
import type { Kpi } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { askPrometheus, byLabels, type Row } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const START = Date.UTC(2026, 0, 5, 8);
const NOW = START + 3 * HOUR;
const HALF = NOW - 30 * MINUTE;

const OTEL = builtInProfiles.find((p) => p.id === 'opentelemetry-http') as Profile;
const MIXIN = 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate';

interface Pod {
  readonly namespace: string;
  readonly pod: string;
  readonly workload: string;
  readonly owner: Labels;
  readonly cores: number;
  readonly there: (at: number) => boolean;
}

const always = (): boolean => true;
const replicaSet = (name: string): Labels => ({ owner_kind: 'ReplicaSet', owner_name: name });

/** cart: two pods, one of them replaced at half past; another whose name begins alike; ledger: a StatefulSet; cart of another namespace. */
const PODS: readonly Pod[] = [
  {
    namespace: 'shop',
    pod: 'cart-5d8f9c7b64-x7k2p',
    workload: 'cart',
    owner: replicaSet('cart-5d8f9c7b64'),
    cores: 0.5,
    there: always,
  },
  {
    namespace: 'shop',
    pod: 'cart-5d8f9c7b64-b4c5d',
    workload: 'cart',
    owner: replicaSet('cart-5d8f9c7b64'),
    cores: 0.4,
    there: (t) => t < HALF,
  },
  {
    namespace: 'shop',
    pod: 'cart-7f9c8d6b55-k8m9n',
    workload: 'cart',
    owner: replicaSet('cart-7f9c8d6b55'),
    cores: 0.4,
    there: (t) => t >= HALF,
  },
  {
    namespace: 'shop',
    pod: 'cart-api-6c7d8f9b44-c4v5b',
    workload: 'cart-api',
    owner: replicaSet('cart-api-6c7d8f9b44'),
    cores: 0.3,
    there: always,
  },
  {
    namespace: 'shop',
    pod: 'ledger-0',
    workload: 'ledger',
    owner: { owner_kind: 'StatefulSet', owner_name: 'ledger' },
    cores: 0.2,
    there: always,
  },
  {
    namespace: 'other',
    pod: 'cart-6c7d8f9b44-z2x4c',
    workload: 'cart',
    owner: replicaSet('cart-6c7d8f9b44'),
    cores: 0.1,
    there: always,
  },
];

function writePod(all: OpenMetrics, { namespace, pod, workload, owner, cores, there }: Pod): void {
  const when = (value: number) => (t: number) => (there(t) ? value : null);
  // Two scrapes of one kubelet, the pod's own cgroup and the pause container: each would double the sum.
  for (const job of ['kubelet', 'cadvisor']) {
    const own = { job, namespace, pod };
    all.counter('container_cpu_usage_seconds_total', { ...own, container: 'app', image: 'app' }, when(cores));
    all.counter('container_cpu_usage_seconds_total', { ...own, container: '', image: '' }, when(cores));
    all.counter('container_cpu_usage_seconds_total', { ...own, container: 'POD', image: 'pause' }, when(cores));
    all.gauge('container_memory_working_set_bytes', { ...own, container: 'app' }, when(300e6));
    all.counter('container_cpu_cfs_periods_total', { ...own, container: 'app' }, when(10));
    all.counter(
      'container_cpu_cfs_throttled_periods_total',
      { ...own, container: 'app' },
      when(pod === 'cart-5d8f9c7b64-x7k2p' ? 2 : 1)
    );
  }
  all.gauge(MIXIN, { namespace, pod, container: 'app', node: 'n1' }, when(cores));
  // Two exporters tell the owner, and one of them names the deployment otherwise.
  for (const instance of ['ksm-0', 'ksm-1']) {
    all.gauge(OWNER_METRIC, { instance, namespace, pod, ...owner }, when(1));
    all.gauge(
      'kube_pod_container_resource_limits',
      { instance, namespace, pod, container: 'app', resource: 'cpu' },
      when(2)
    );
    all.gauge(
      'kube_pod_container_resource_limits',
      { instance, namespace, pod, container: 'app', resource: 'memory' },
      when(1e9)
    );
    all.gauge(OWNER_RULE, { instance, namespace, pod, workload, workload_type: instance }, when(1));
  }
}

function samples(): string {
  const all = new OpenMetrics(START, NOW, 15 * SECOND);
  PODS.forEach((pod) => writePod(all, pod));
  // A pod that two workloads claim: one is chosen, nothing breaks.
  all.gauge(OWNER_RULE, { namespace: 'shop', pod: 'ledger-0', workload: 'zombie' }, (t) =>
    t < START + MINUTE ? 1 : null
  );
  for (const [namespace, name, replicas] of [
    ['shop', 'cart', 2],
    ['other', 'cart', 1],
  ] as const) {
    for (const instance of ['ksm-0', 'ksm-1']) {
      const hpa = { instance, namespace, horizontalpodautoscaler: `keda-${name}` };
      all.gauge('kube_deployment_status_replicas_ready', { instance, namespace, deployment: name }, replicas);
      all.gauge('kube_horizontalpodautoscaler_spec_min_replicas', hpa, replicas);
      all.gauge('kube_horizontalpodautoscaler_spec_max_replicas', hpa, 10 * replicas);
      all.gauge('kube_horizontalpodautoscaler_status_desired_replicas', hpa, replicas + 1);
      all.gauge(
        'kube_horizontalpodautoscaler_info',
        { ...hpa, scaletargetref_kind: 'Deployment', scaletargetref_name: name },
        1
      );
    }
  }
  // Outside the cluster, and one inside that believes to have the whole machine.
  all.gauge('go_sched_gomaxprocs_threads', { namespace: 'shop', service: 'plain', instance: 'a' }, 4);
  all.gauge('go_sched_gomaxprocs_threads', { namespace: 'shop', service: 'plain', instance: 'b' }, 8);
  all.gauge('go_sched_gomaxprocs_threads', { namespace: 'shop', service: 'cart', instance: 'c' }, 64);
  all.gauge('kube_statefulset_status_replicas_ready', { namespace: 'shop', statefulset: 'ledger' }, 1);
  return all.text();
}

let prometheus: RunningPrometheus;

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: samples() });
});

afterAll(() => prometheus?.stop());

const EVERYTHING = [
  'container_cpu_usage_seconds_total',
  'container_memory_working_set_bytes',
  'container_cpu_cfs_periods_total',
  'container_cpu_cfs_throttled_periods_total',
  'kube_pod_container_resource_limits',
  'kube_deployment_status_replicas_ready',
  'kube_statefulset_status_replicas_ready',
  'kube_horizontalpodautoscaler_spec_max_replicas',
  'kube_horizontalpodautoscaler_info',
];

const resource = (detect: string): ResourceProfile | null => resourceProfiles.find((r) => r.detect === detect) ?? null;

const context = (changes: Partial<QuestionContext> = {}): QuestionContext => ({
  profile: OTEL,
  resource: resource('container_cpu_usage_seconds_total'),
  scope: [],
  scrapeInterval: 15 * SECOND,
  metrics: new Set([...EVERYTHING, OWNER_RULE]),
  recorded: new Set(),
  ...changes,
});

async function ask(
  kpi: Kpi,
  asked: QuestionContext
): Promise<{ rows: readonly Row[]; values: Readonly<Record<string, number>> }> {
  const question = questionFor(kpi, asked);
  if (isNoQuestion(question)) {
    throw new Error(question.reason);
  }
  const rows = await askPrometheus(prometheus.url, question.expr, NOW);
  return { rows, values: byLabels(rows, [...question.join, ...question.extra]) };
}

/** Sums in another order differ in the last digit. */
const rounded = (values: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.toFixed(9)]));

const OWNERS: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['the owner rule', [OWNER_RULE]],
  ['kube_pod_owner', [OWNER_METRIC]],
  ['the shape of pod names', []],
];

describe.each(OWNERS)('workloads by %s', (_name, owners) => {
  const by = (changes: Partial<QuestionContext> = {}): QuestionContext =>
    context({ metrics: new Set([...EVERYTHING, ...owners]), ...changes });

  it('counts the cores of an hour once, and a pod of half an hour for half', async () => {
    const { values } = await ask('hourly-cores', by());
    expect(values['shop/cart']).toBeCloseTo(0.9, 2);
    expect(values['shop/ledger']).toBeCloseTo(0.2, 6);
    expect(values['other/cart']).toBeCloseTo(0.1, 6);
  });

  it('knows the limit of one instance', async () => {
    const { values } = await ask('cores-per-instance', by());
    expect(values).toMatchObject({ 'shop/cart': 2, 'shop/ledger': 2, 'other/cart': 2 });
  });

  it('tells each resource of the worst pod, keyed by the service', async () => {
    const { values } = await ask('saturation', by());
    expect(values['shop/cart/cpu']).toBeCloseTo(0.25, 6);
    expect(values['shop/cart/memory']).toBeCloseTo(0.3, 6);
    expect(values['shop/cart/cpu-throttling']).toBeCloseTo(0.2, 6);
    expect(values['other/cart/cpu']).toBeCloseTo(0.05, 6);
  });

  it.each<Kpi>(['hourly-cores', 'cores-per-instance', 'saturation', 'autoscaler'])('narrows %s to each service, with the same answer', async (kpi) => {
    const asked = by();
    const { rows, values } = await ask(kpi, asked);
    const question = questionFor(kpi, asked);
    const [expr, join, extra] = isNoQuestion(question) ? ['', [], []] : [question.expr, question.join, question.extra];
    for (const [namespace, name] of [['shop', 'cart'], ['shop', 'ledger'], ['other', 'cart']] as const) {
      const service = serviceRef('uid', OTEL.id, OTEL.group, { service_namespace: namespace, service_name: name });
      const one = await askPrometheus(prometheus.url, narrowedExpr(expr, asked, service) ?? '', NOW);
      const own = rows.filter(({ labels }) => join.map((label) => labels[label]).join('/') === `${namespace}/${name}`);
      expect(one).toHaveLength(own.length);
      expect(rounded(byLabels(one, [...join, ...extra]))).toEqual(rounded(byLabels(own, [...join, ...extra])));
    }
    expect(Object.keys(values).length).toBeGreaterThan(1);
  });

  it('narrows to one service', async () => {
    const labels = { service_namespace: 'shop', service_name: 'cart' };
    const { values } = await ask('service-cores', by({ service: serviceRef('uid', OTEL.id, OTEL.group, labels) }));
    expect(values).toEqual({ 'shop/cart': expect.closeTo(0.9, 6) });
  });
});

it('averages what the mixin recorded over the hour', async () => {
  const { values } = await ask('hourly-cores', context({ resource: resource(MIXIN) }));
  // A pod that ends without a stale marker is looked back to for five minutes more: one of thirteen looks sees both.
  expect(values['shop/cart']).toBeCloseTo(0.9 + 0.4 / 13, 6);
  expect(values['other/cart']).toBeCloseTo(0.1, 6);
});

it('takes the cores a process names where the orchestrator is silent', async () => {
  const http = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;
  const metrics = new Set([...EVERYTHING, OWNER_RULE, 'go_sched_gomaxprocs_threads']);
  const { values } = await ask(
    'cores-per-instance',
    context({ profile: http, resource: resource('process_cpu_seconds_total'), metrics })
  );
  expect(values).toEqual({ 'shop/cart': 2, 'shop/cart-api': 2, 'shop/ledger': 2, 'other/cart': 2, 'shop/plain': 4 });
});

describe('replicas and autoscalers', () => {
  it('counts ready replicas once, of every kind of workload', async () => {
    const { instance: _instance, ...labels } = OTEL.labels;
    const { values } = await ask('instances-now', context({ profile: { ...OTEL, labels } }));
    expect(values).toEqual({ 'shop/cart': 2, 'shop/ledger': 1, 'other/cart': 1 });
  });

  it('follows an autoscaler to the workload it scales, all bounds in one answer', async () => {
    const { rows } = await ask('autoscaler', context());
    const cart = rows.filter((r) => r.labels['namespace'] === 'shop' && r.labels['scaletargetref_name'] === 'cart');
    expect(Object.fromEntries(cart.map((r) => [autoscalerBound(r.labels), r.value]))).toEqual({
      min: 2,
      max: 20,
      desired: 3,
    });
    expect(rows).toHaveLength(6);
  });

  it("takes the autoscaler's own name where nothing says what it scales", async () => {
    const metrics = new Set(['kube_horizontalpodautoscaler_spec_max_replicas']);
    const { rows } = await ask('autoscaler', context({ metrics }));
    expect(rows.map((r) => autoscalerBound(r.labels)).sort()).toEqual([
      'desired',
      'desired',
      'max',
      'max',
      'min',
      'min',
    ]);
  });

  it('narrows an autoscaler to one service', async () => {
    const labels = { service_namespace: 'other', service_name: 'cart' };
    const { rows } = await ask(
      'service-autoscaler',
      context({ service: serviceRef('uid', OTEL.id, OTEL.group, labels) })
    );
    expect(rows.map((r) => r.value).sort((a, b) => a - b)).toEqual([1, 2, 10]);
  });
});
