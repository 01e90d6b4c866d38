import { err, ok } from '../../../domain/base/Result';
import { aboutService } from '../../../domain/promql/testing/questionContexts';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { LabelledValue, Metrics, RawMetrics, RawRow } from '../../../ports/Metrics';
import type { DependencySource } from './DependencyWatch';
import { PrometheusTelemetry } from './PrometheusTelemetry';

const { signal } = new AbortController();
const stats = { milliseconds: 1, bytes: 1, samples: null, warnings: [] };
const KNOWN = { cores: null, memoryBytes: null, safeLimitRps: null, peakTodayRps: null, service: null, autoscaler: null, alerts: [], scrapeTimeoutMs: null };
const failed = (expr: string) => err({ kind: 'timeout' as const, message: 'slow', status: 504, expr });

const row = (name: string, labels: Record<string, string>, from = 0): RawRow => ({ labels: { __name__: name, ...labels }, samples: Array.from({ length: 6 }, (_, i) => ({ at: from + i * 5_000, value: 10 * i })) });
const requests = (service: string, instance: string, labels: Record<string, string> = {}, from = 0) => row('http_requests_total', { namespace: 'shop', service, instance, code: '200', ...labels }, from);
const limit = (resource: string, value: number): LabelledValue => ({ labels: { __name__: 'kube_pod_container_resource_limits', pod: 'cart-1', namespace: 'shop', container: 'app', resource }, value, at: 0 });

interface World {
  /** Rows by a part of the question. */
  readonly raw: ReadonlyArray<readonly [part: string, rows: readonly RawRow[] | null]>;
  readonly instant?: ReadonlyArray<readonly [part: string, rows: readonly LabelledValue[]]>;
  readonly dependencies?: readonly DependencySource[];
}

function telemetry(world: World) {
  const asked: string[] = [];
  const state = { world };
  const find = <T>(all: ReadonlyArray<readonly [string, T]>, expr: string): T | undefined => all.find(([part]) => expr.includes(part))?.[1];
  const metrics = {
    raw: async (_source: string, expr: string) => {
      asked.push(expr);
      const rows = find(state.world.raw, expr) ?? (state.world.raw.some(([part]) => expr.includes(part)) ? null : []);
      return rows === null ? failed(expr) : ok({ data: rows, stats });
    },
    instant: async (_source: string, expr: string) => ok({ data: find(state.world.instant ?? [], expr) ?? [], stats }),
  } as unknown as Metrics & RawMetrics;
  const dependencies = world.dependencies;
  const of = new PrometheusTelemetry(metrics, { source: 'p', context: aboutService('cart', { resource: null }), target: 'a:80', members: async () => ['a:80'], known: async () => KNOWN, ...(dependencies && { dependencies: async () => dependencies }) });
  return { of, asked, state };
}

async function read(of: PrometheusTelemetry) {
  const facts = await of.facts(signal);
  const reading = await of.read(50_000, signal);
  if (!facts.ok || !reading.ok) {
    throw new Error('not read');
  }
  return { facts: facts.value, subjects: reading.value.subjects };
}

const POD = { pod: 'cart-1', container: 'app' };
const CPU = row('container_cpu_usage_seconds_total', { namespace: 'shop', ...POD });
const MEMORY = ['node_memory_MemTotal_bytes', 'node_memory_MemAvailable_bytes'].map((name, i) => ({ labels: { __name__: name, instance: 'a:9100' }, samples: [{ at: 0, value: 100 - i * 70 }, { at: 15_000, value: 100 - i * 60 }] }));

describe('containers of the instances', () => {
  it('are found by the pod their samples name; their limits count for the target', async () => {
    const { of } = telemetry({ raw: [['container_cpu', [CPU]], ['http_requests', [requests('cart', 'a:80', POD)]]], instant: [['resource_limits', [limit('cpu', 2), limit('memory', 500)]]] });
    const { facts, subjects } = await read(of);
    expect(facts).toMatchObject({ cores: 2, memoryBytes: 500, guardNotes: { containers: null } });
    expect(subjects[0]?.series[SIGNAL.containerCpu]).toEqual([CPU.samples]);
  });

  it('are found by address where samples name no pod', async () => {
    const info = { labels: { __name__: 'kube_pod_info', pod_ip: 'a', pod: 'cart-1', namespace: 'shop' }, value: 1, at: 0 };
    const { of } = telemetry({ raw: [['container_cpu', [CPU]], ['http_requests', [requests('cart', 'a:80')]]], instant: [['kube_pod_info', [info]]] });
    expect((await read(of)).subjects[0]?.series[SIGNAL.containerCpu]).toEqual([CPU.samples]);
  });

  it.each<[string, World, string]>([
    ['no pod is known', { raw: [['http_requests', [requests('cart', 'a:80')]]] }, 'name no pod'],
    ['the kubelet tells nothing of it', { raw: [['http_requests', [requests('cart', 'a:80', POD)]]] }, 'no sample of the containers of pod cart-1'],
    ['its pod has two containers and nobody tells which', { raw: [['container_cpu', [CPU, row('container_cpu_usage_seconds_total', { namespace: 'shop', pod: 'cart-1', container: 'b' })]], ['http_requests', [requests('cart', 'a:80', { pod: 'cart-1' })]]] }, 'several containers'],
  ])('are told to be unknown when %s', async (_name, world, words) => {
    expect((await read(telemetry(world).of)).facts.guardNotes?.containers).toContain(words);
  });

  it('grow old when their question fails, and do not vanish', async () => {
    const own = ['http_requests', [requests('cart', 'a:80', POD)]] as const;
    const { of, state } = telemetry({ raw: [['container_cpu', [CPU]], own] });
    await read(of);
    state.world = { raw: [['container_cpu', null], own] };
    const again = await of.read(50_000, signal);
    expect(again.ok && again.value.subjects[0]?.series[SIGNAL.containerCpu]).toEqual([CPU.samples]);
  });
});

describe('machines of the instances', () => {
  it('are asked where nothing nearer limits memory: what is not available is in use', async () => {
    const { subjects } = await read(telemetry({ raw: [['node_memory', MEMORY], ['http_requests', [requests('cart', 'a:80')]]] }).of);
    expect(subjects[0]?.series[SIGNAL.machineMemory]).toEqual([[{ at: 0, value: 70 }, { at: 15_000, value: 60 }]]);
  });

  it('are not asked where the container has a limit', async () => {
    const { of, asked } = telemetry({ raw: [['container_cpu', [CPU]], ['node_memory', MEMORY], ['http_requests', [requests('cart', 'a:80', POD)]]], instant: [['resource_limits', [limit('memory', 500)]]] });
    await read(of);
    expect(asked.filter((expr) => expr.includes('node_memory'))).toEqual([]);
  });

  it('are told to be unknown', async () => {
    expect((await read(telemetry({ raw: [['http_requests', [requests('cart', 'a:80')]]] }).of)).facts.guardNotes?.machines).toBe('no node exporter tells of a');
  });
});

describe('named dependencies', () => {
  const named = (...names: readonly string[]): readonly DependencySource[] => names.map((name) => ({ name: `shop/${name}`, source: 'p', context: aboutService(name) }));
  const own = ['service="cart"', [requests('cart', 'a:80')]] as const;

  it('are one subject each, however many instances they have, by the oldest timestamp of an interval', async () => {
    const rows = [requests('db', 'x', {}, 2_000), requests('db', 'y', {}, 1_000), requests('db', 'y', { code: '500' }, 1_000), requests('mail', 'z')];
    const { subjects } = await read(telemetry({ raw: [['service=~', rows], own], dependencies: named('db', 'mail') }).of);
    expect(subjects.map(({ subject, role }) => [subject, role])).toEqual([['a:80', 'target'], ['shop/db', 'dependency'], ['shop/mail', 'dependency']]);
    expect(subjects[1]?.series[SIGNAL.requests]?.map((one) => one[0]?.at)).toEqual([1_000, 1_000, 1_000]);
    expect(subjects[1]?.series[SIGNAL.errors]).toHaveLength(1);
  });

  it('are asked in one question whatever their number, and the look stays as it is', async () => {
    const looks = async (names: readonly string[]) => {
      const { of, asked } = telemetry({ raw: [['service=~', []], own], dependencies: named(...names) });
      await read(of);
      asked.length = 0;
      await of.read(50_000, signal);
      return asked.length;
    };
    expect([await looks(['a']), await looks(['a', 'b', 'c', 'd', 'e', 'f'])]).toEqual([2, 2]);
  });

  it('are no others that share one of their labels', async () => {
    const { subjects } = await read(telemetry({ raw: [['service=~', [requests('db', 'x', { namespace: 'bank' })]], own], dependencies: named('db') }).of);
    expect(subjects.map(({ subject }) => subject)).toEqual(['a:80']);
  });

  it('are told with the questions their samples are asked with', async () => {
    const { of } = telemetry({ raw: [['service=~', []], own], dependencies: named('db') });
    await of.facts(signal);
    const reading = await of.read(50_000, signal);
    expect(reading.ok && reading.value.asked?.map(({ about, expr }) => [about, expr.includes('service=~"db"')])).toEqual([['The instances of the service', false], ['Dependencies', true]]);
  });

  it('are told when the fleet does not know them', async () => {
    const { facts } = await read(telemetry({ raw: [own], dependencies: [{ name: 'shop/gone', problem: 'not in the fleet' }] }).of);
    expect(facts.guardNotes?.dependencies).toEqual({ 'shop/gone': 'not in the fleet' });
  });
});
