import { builtInProfiles } from './builtInProfiles';
import { chooseResource } from './chooseResource';
import { detectCompanions } from './companions';
import type { DetectedProfile } from './DetectedProfile';
import { detectProfiles } from './detectProfiles';
import type { LabelFacts } from './LabelFacts';
import { metricsToAskAbout } from './metricsToAskAbout';
import type { Profile } from './Profile';
import { withoutAlternatives } from './withoutAlternatives';

/** Facts of a metric of 100 series; a number is the count of values of a label all carry, a pair adds how many carry it. */
function facts(metric: string, labels: Record<string, number | readonly [values: number, series: number]>): LabelFacts {
  return {
    metric,
    series: 100,
    labels: new Map(
      Object.entries(labels).map(([name, f]) => {
        const [values, series] = typeof f === 'number' ? [f, 100] : f;
        return [name, { values, series }];
      })
    ),
  };
}

const byMetric = (...all: readonly LabelFacts[]): Map<string, LabelFacts> => new Map(all.map((f) => [f.metric, f]));

const HTTP = ['http_requests_total', 'http_request_duration_seconds_bucket', 'http_requests_in_flight'];
const FULL = { namespace: 2, service: 24, instance: 80, zone: 3, version: 5, team: 4, route: 30, code: 6 };

function detectOne(names: readonly string[], ...all: readonly LabelFacts[]): DetectedProfile {
  const [first] = detectProfiles(new Set(names), byMetric(...all));
  if (!first) {
    throw new Error('nothing was detected');
  }
  return first;
}

const whats = (detected: DetectedProfile): string => detected.missing.map((m) => m.what).join('; ');

describe('detectProfiles', () => {
  it('fits the usual form as it is', () => {
    const detected = detectOne(
      [...HTTP, 'process_cpu_seconds_total'],
      facts('http_requests_total', FULL),
      facts('process_cpu_seconds_total', { namespace: 2, service: 24 })
    );
    expect(detected).toMatchObject({ usable: true, origin: 'built-in', services: 24, resource: { id: 'process' } });
    expect(detected.profile).toMatchObject({
      group: ['namespace', 'service'],
      labels: { instance: 'instance', zone: 'zone', version: 'version', route: 'route', owner: 'team' },
      latency: { kind: 'classic' },
    });
    expect(detected.profile).not.toHaveProperty('alternatives');
    expect(whats(detected)).toContain('a label for spec');
  });

  it('finds nothing where no family is', () => {
    expect(detectProfiles(new Set(['up', 'node_cpu_seconds_total']), new Map())).toEqual([]);
  });

  it.each<[string, Record<string, number | readonly [number, number]>, readonly string[]]>([
    ['app in place of service', { namespace: 2, app: 5, code: 2 }, ['namespace', 'app']],
    ['only a job', { job: 3, instance: 9, code: 2 }, ['job']],
    [
      'a service on every series but one stray',
      { namespace: 2, service: [5, 99] as const, job: 1 },
      ['namespace', 'service'],
    ],
    ['a service on half of the series, a job on all', { service: [5, 50] as const, job: 7 }, ['job']],
  ])('chooses a grouping from the labels present: %s', (_name, labels, group) => {
    expect(detectOne(HTTP, facts('http_requests_total', labels)).profile.group).toEqual(group);
  });

  it('notices a grouping label that is not there, and says what is used instead', () => {
    const detected = detectOne(HTTP, facts('http_requests_total', { job: 3, instance: 9, code: 2 }));
    expect(detected.missing[0]).toEqual({
      what: 'grouping label namespace on http_requests_total',
      lost: 'services are told apart by job instead',
      next: 'Nothing, if these are your services; else add the label to the targets, or choose another grouping.',
    });
  });

  it('offers the other groupings that would work', () => {
    const detected = detectOne(HTTP, facts('http_requests_total', { ...FULL, job: 2 }));
    expect(detected.otherGroups).toEqual([['namespace', 'job'], ['service'], ['job']]);
  });

  it('is not usable when no label tells services apart, and stands last', () => {
    const all = detectProfiles(
      new Set(['http_requests_total', 'grpc_server_handled_total']),
      byMetric(
        facts('http_requests_total', { code: 4 }),
        facts('grpc_server_handled_total', { namespace: 1, service: 1 })
      )
    );
    expect(all.map((d) => [d.profile.id, d.usable])).toEqual([
      ['grpc', true],
      ['prometheus-http', false],
    ]);
    expect(all[1]?.missing[0]?.lost).toContain('services cannot be told apart');
  });

  it('counts requests whose service has no name', () => {
    const detected = detectOne(HTTP, facts('http_requests_total', { service: [5, 60], code: 2 }));
    expect(detected.profile.group).toEqual(['service']);
    expect(whats(detected)).toContain('grouping label service on 40 % of the series');
  });

  it('says that a metric is known but silent', () => {
    const detected = detectOne(HTTP);
    expect(detected.usable).toBe(false);
    expect(detected.missing[0]?.what).toBe('samples of http_requests_total');
  });

  it.each([
    ['status', [{ label: 'status', op: '=~', value: '5..' }]],
    ['status_code', [{ label: 'status_code', op: '=~', value: '5..' }]],
  ])('finds failures by the label %s', (label, matchers) => {
    const detected = detectOne(HTTP, facts('http_requests_total', { job: 1, [label]: 3 }));
    expect(detected.profile.errors).toEqual({ matchers });
  });

  it('drops an error selector whose label is not there', () => {
    const detected = detectOne(HTTP, facts('http_requests_total', { job: 1 }));
    expect(detected.profile).not.toHaveProperty('errors');
    expect(whats(detected)).toContain('a label for the outcome');
  });

  it.each([
    ['buckets', ['http_request_duration_seconds_bucket'], { kind: 'classic' }],
    ['a native histogram', ['http_request_duration_seconds'], { kind: 'native' }],
    ['sum and count only', ['http_request_duration_seconds_sum'], { kind: 'classic', quantiles: false }],
    ['milliseconds', ['http_request_duration_milliseconds_bucket'], { kind: 'classic', unit: 'milliseconds' }],
  ])('knows the kind of latency: %s', (_name, metrics, latency) => {
    const detected = detectOne(['http_requests_total', ...metrics], facts('http_requests_total', FULL));
    expect(detected.profile.latency).toMatchObject(latency);
  });

  it('counts by the native histogram where OpenTelemetry sends one', () => {
    const name = 'http_server_request_duration_seconds';
    const detected = detectOne([name], facts(name, { service_namespace: 1, service_name: 4 }));
    expect(detected.profile.requests).toEqual({ metric: name, native: true });
    expect(detected.profile.latency?.kind).toBe('native');
  });

  it('counts by the histogram where a client publishes no counter', () => {
    const name = 'http_request_duration_seconds_count';
    expect(detectOne([name], facts(name, FULL)).profile.requests).toEqual({ metric: name });
  });

  it('lets a custom profile overrule the built-in one on the same counter', () => {
    const custom: Profile = { ...withoutAlternatives(builtInProfiles[0]!), id: 'mine', group: ['app'], labels: {} };
    const all = detectProfiles(new Set(HTTP), byMetric(facts('http_requests_total', { ...FULL, app: 3 })), [custom]);
    expect(all.map((d) => [d.profile.id, d.origin, d.profile.group])).toEqual([['mine', 'custom', ['app']]]);
  });

  it('keeps a gauge of instances only while it is there', () => {
    const one = (names: string[]): Profile =>
      detectOne(
        ['haproxy_backend_http_requests_total', ...names],
        facts('haproxy_backend_http_requests_total', { proxy: 3 })
      ).profile;
    expect(one(['haproxy_backend_active_servers']).instances.kind).toBe('gauge');
    expect(one([]).instances.kind).toBe('instance-label');
  });
});

describe('metricsToAskAbout', () => {
  it('asks about the counter of each family, and whether processes carry its labels', () => {
    const requests = metricsToAskAbout(new Set([...HTTP, 'process_cpu_seconds_total', 'grpc_server_handled_total']));
    expect(requests.map((r) => r.metric)).toEqual([
      'http_requests_total',
      'grpc_server_handled_total',
      'process_cpu_seconds_total',
    ]);
    expect(requests[0]?.candidates).toEqual(expect.arrayContaining(['namespace', 'service', 'job', 'zone', 'code']));
    expect(requests.every((r) => new Set(r.candidates).size === r.candidates.length)).toBe(true);
  });

  it('asks nothing where there is nothing', () => {
    expect(metricsToAskAbout(new Set(['process_cpu_seconds_total'])).map((r) => r.metric)).toEqual([]);
  });
});

describe('chooseResource', () => {
  const profile = (id: string): Profile => builtInProfiles.find((p) => p.id === id) as Profile;
  const names = new Set([
    'process_cpu_seconds_total',
    'container_cpu_usage_seconds_total',
    'namespace_workload_pod:kube_pod_owner:relabel',
    'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate',
    'node_cpu_seconds_total',
  ]);
  const carried = byMetric(facts('process_cpu_seconds_total', { namespace: 2, service: 4 }));

  it.each([
    ['the process where it carries the grouping labels', 'prometheus-http', names, 'process'],
    ['the mixin where the process does not', 'opentelemetry-http', names, 'kubernetes-mixin'],
    ['cAdvisor without the mixin', 'opentelemetry-http', new Set(['container_cpu_usage_seconds_total']), 'cadvisor'],
    ['the machine as the last resort', 'opentelemetry-http', new Set(['node_cpu_seconds_total']), 'node'],
    ['the workload behind a router that knows namespaces', 'istio', names, 'kubernetes-mixin'],
    ['nothing behind a router that does not', 'haproxy', names, undefined],
    ['nothing where nothing is', 'grpc', new Set<string>(), undefined],
  ])('takes %s', (_name, id, metricNames, chosen) => {
    expect(chooseResource(profile(id), metricNames, carried)?.id).toBe(chosen);
  });

  it('obeys settings, as far as metrics are there', () => {
    expect(chooseResource(profile('prometheus-http'), names, carried, 'none')).toBeNull();
    expect(chooseResource(profile('prometheus-http'), names, carried, 'node')?.id).toBe('node');
    expect(chooseResource(profile('prometheus-http'), new Set(), carried, 'node')).toBeNull();
  });
});

describe('detectCompanions', () => {
  it('tells what is there and what its absence costs', () => {
    const found = detectCompanions(new Set(['kube_deployment_status_replicas_ready']));
    expect(found.filter((c) => c.found.length > 0).map((c) => c.what)).toEqual(['ready replicas']);
    expect(found.every((c) => c.lost !== '' && c.next !== '')).toBe(true);
  });
});
