import { SIGNAL } from '../../../domain/ramp/Signal';
import type { LabelledValue, RawRow } from '../../../ports/Metrics';
import { containerLimitsOf, containerSeries, servingContainer } from './containerSeries';
import { podPlaces, podsAtAddress, type PodPlace } from './podPlaces';

const PLACE: PodPlace = { namespace: 'shop', pod: 'cart-1', container: 'app' };
const LIMITED = { cores: 2, memoryBytes: 1e9 };

const row = (name: string, labels: Record<string, string> = {}, values: readonly number[] = [1, 2, 3], from = 0): RawRow => ({
  labels: { __name__: name, namespace: 'shop', pod: 'cart-1', container: 'app', ...labels },
  samples: values.map((value, i) => ({ at: from + i * 10_000, value })),
});
const limit = (name: string, value: number, labels: Record<string, string> = {}): LabelledValue => ({ labels: { __name__: name, namespace: 'shop', pod: 'cart-1', container: 'app', ...labels }, value, at: 0 });
const CPU = 'container_cpu_usage_seconds_total';
const RESOURCE = 'kube_pod_container_resource_limits';

describe('samples of the container that serves', () => {
  it.each<[string, PodPlace, readonly string[], string | null]>([
    ['the one its samples name', PLACE, ['app', 'sidecar'], 'app'],
    ['the only one', { ...PLACE, container: null }, ['web'], 'web'],
    ['nobody can tell of two', { ...PLACE, container: null }, ['app', 'sidecar'], null],
    ['a name that is not in the pod, of two', { ...PLACE, container: 'other' }, ['app', 'sidecar'], null],
    ['none', PLACE, [], null],
  ])('%s', (_name, place, containers, expected) => {
    expect(servingContainer(place, containers.map((container) => row(CPU, { container })))).toBe(expected);
  });

  it('are those of its pod and namespace alone, with the limits at their timestamps', () => {
    const rows = [row(CPU), row(CPU, { pod: 'cart-2' }), row(CPU, { namespace: 'bank' }), row(CPU, { container: 'sidecar' }), row('container_memory_working_set_bytes')];
    const series = containerSeries(PLACE, rows, LIMITED);
    expect(series[SIGNAL.containerCpu]).toEqual([rows[0]?.samples]);
    expect(series[SIGNAL.containerCores]).toEqual([[0, 10_000, 20_000].map((at) => ({ at, value: 2 }))]);
    expect(series[SIGNAL.containerMemoryLimit]).toEqual([[0, 10_000, 20_000].map((at) => ({ at, value: 1e9 }))]);
  });

  it('read a kubelet that two jobs scrape once', () => {
    const series = containerSeries(PLACE, [row(CPU, { job: 'a' }), row(CPU, { job: 'b' }, [1, 2, 3], 5_000)], LIMITED);
    expect(series[SIGNAL.containerCpu]?.map((one) => one[0]?.at)).toEqual([5_000]);
  });

  it('keep a container that was started anew beside the one before it', () => {
    const series = containerSeries(PLACE, [row(CPU, { id: 'x' }), row(CPU, { id: 'y' }, [0, 1], 30_000)], LIMITED);
    expect(series[SIGNAL.containerCpu]).toHaveLength(2);
  });

  it('take a counter that stands still between looks for no new sample', () => {
    const series = containerSeries(PLACE, [row(CPU, {}, [5, 5, 9, 9, 9, 12])], LIMITED);
    expect(series[SIGNAL.containerCpu]?.[0]?.map(({ at, value }) => [at, value])).toEqual([[0, 5], [20_000, 9], [50_000, 12]]);
  });

  it('read a recorded mean only where the counter is not there', () => {
    const recorded = row('node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate');
    expect(containerSeries(PLACE, [row(CPU), recorded], LIMITED)[SIGNAL.recordedCpu]).toEqual([]);
    expect(containerSeries(PLACE, [recorded], LIMITED)[SIGNAL.recordedCpu]).toEqual([recorded.samples]);
    expect(containerSeries(PLACE, [recorded], LIMITED)[SIGNAL.containerCores]).toHaveLength(1);
  });

  it.each<[string, readonly LabelledValue[], unknown]>([
    ['of kube-state-metrics', [limit(RESOURCE, 2, { resource: 'cpu' }), limit(RESOURCE, 1e9, { resource: 'memory' })], LIMITED],
    ['of cAdvisor', [limit('container_spec_cpu_quota', 150_000), limit('container_spec_cpu_period', 100_000), limit('container_spec_memory_limit_bytes', 5e8)], { cores: 1.5, memoryBytes: 5e8 }],
    ['none: a quota of -1, a memory limit of 0', [limit('container_spec_cpu_quota', -1), limit('container_spec_cpu_period', 100_000), limit('container_spec_memory_limit_bytes', 0)], { cores: null, memoryBytes: null }],
    ['not those of a sidecar', [limit(RESOURCE, 9, { resource: 'cpu', container: 'sidecar' }), limit(RESOURCE, 2, { resource: 'cpu' })], { cores: 2, memoryBytes: null }],
    ['none published', [], { cores: null, memoryBytes: null }],
  ])('limits %s', (_name, published, expected) => expect(containerLimitsOf(PLACE, published)).toEqual(expected));
});

describe('the pod of an instance', () => {
  const member = (labels: Record<string, string>, ...more: Array<Record<string, string>>) => new Map([['a', [labels, ...more].map((one) => ({ labels: one, samples: [] }))]]);

  it.each<[string, ReadonlyMap<string, readonly RawRow[]>, PodPlace | undefined]>([
    ['as its samples name it', member({ pod: 'p', namespace: 'n', container: 'c' }), { pod: 'p', namespace: 'n', container: 'c' }],
    ['as OpenTelemetry names it', member({ k8s_pod_name: 'p', k8s_namespace_name: 'n' }), { pod: 'p', namespace: 'n', container: null }],
    ['not where they name two', member({ pod: 'p' }, { pod: 'q' }), undefined],
    ['not where they name none', member({ instance: 'x' }), undefined],
  ])('is found %s', (_name, rows, expected) => expect(podPlaces(rows).get('a')).toEqual(expected));

  it.each<[string, ReadonlyArray<Record<string, string>>, PodPlace | undefined]>([
    ['by its address', [{ pod_ip: '10.0.0.1', pod: 'p', namespace: 'n' }, { pod_ip: '10.0.0.9', pod: 'q', namespace: 'n' }], { pod: 'p', namespace: 'n', container: null }],
    ['told by two exporters', [{ pod_ip: '10.0.0.1', pod: 'p', namespace: 'n', job: 'x' }, { pod_ip: '10.0.0.1', pod: 'p', namespace: 'n', job: 'y' }], { pod: 'p', namespace: 'n', container: null }],
    ['not of the network of the node, which several share', [{ pod_ip: '10.0.0.1', pod: 'p', namespace: 'n' }, { pod_ip: '10.0.0.1', pod: 'q', namespace: 'n' }], undefined],
    ['not where nobody has it', [], undefined],
  ])('is found %s', (_name, info, expected) => {
    expect(podsAtAddress(new Map([['a', '10.0.0.1']]), info.map((labels) => ({ labels, value: 1, at: 0 }))).get('a')).toEqual(expected);
  });
});
