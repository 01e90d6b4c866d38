import { containerLimits, containerSamples, dependencySamples, machineSamples, podsByAddress } from './guardSamples';
import { loadTestSamples } from './loadTestSamples';
import { aboutService, profile, syntaxErrors } from './testing/questionContexts';

const SCOPE = [{ label: 'cluster', op: '=', value: 'eu"1' }] as const;
const PODS = { namespaces: ['shop'], pods: ['cart-1', 'cart.2'] };

describe('what guards ask besides the service itself', () => {
  it.each<[string, string, readonly string[]]>([
    ['containers of pods', containerSamples(SCOPE, PODS, 270_000), ['container_cpu_usage_seconds_total', 'container!="POD"', 'pod=~"cart-1|cart\\\\.2"', 'namespace=~"shop"', 'cluster="eu\\"1"', '[4m30s]']],
    ['their recorded CPU', containerSamples([], PODS, 1_000), ['node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate', ':sum_rate5m']],
    ['pods without a namespace', containerSamples([], { namespaces: [], pods: ['a'] }, 1_000), ['pod=~"a"']],
    ['limits of containers', containerLimits(SCOPE, PODS), ['kube_pod_container_resource_limits', 'container_spec_cpu_quota', 'container_spec_memory_limit_bytes', 'cluster="eu\\"1"']],
    ['pods by address', podsByAddress(SCOPE, ['10.0.0.1', '10.0.0.2']), ['kube_pod_info{pod_ip=~"10\\\\.0\\\\.0\\\\.1|10\\\\.0\\\\.0\\\\.2"']],
    ['machines, with or without a port', machineSamples(SCOPE, ['10.0.0.1'], 270_000), ['node_memory_MemTotal_bytes', 'instance=~"10\\\\.0\\\\.0\\\\.1(:[0-9]+)?"', '[4m30s]']],
  ])('%s', (_name, text, parts) => {
    parts.forEach((part) => expect(text).toContain(part));
    expect(text).not.toContain('rate(');
    expect(syntaxErrors(text)).toEqual([]);
  });

  it('ask about all dependencies of one profile at once, whatever their number', () => {
    const text = dependencySamples(Array.from({ length: 9 }, (_, i) => aboutService(`s${i}`)), 50_000);
    expect(text).toContain('service=~"s0|s1|s2|s3|s4|s5|s6|s7|s8"');
    expect(text).toContain('namespace=~"shop"');
    expect(text).toContain('http_requests_total');
    expect(text).toContain('http_request_duration_seconds_bucket');
    expect(text).not.toContain('process_');
    expect(syntaxErrors(text)).toEqual([]);
  });

  it('ask a router for its own counters', () => {
    const text = dependencySamples([aboutService('cart', { profile: profile('istio') })], 50_000);
    expect(text).toContain('istio_requests_total');
    expect(syntaxErrors(text)).toEqual([]);
  });

  it('bring resources and the own metrics of a plan into the one question about the service', () => {
    const own = [{ metric: { metric: 'db_sessions', matchers: [] }, of: { metric: 'db_sessions_max', matchers: [] } }];
    const text = loadTestSamples(aboutService('cart'), 50_000, own);
    ['jvm_gc_pause_seconds_sum', 'hikaricp_connections_max', 'go_sql_in_use_connections', 'process_open_fds', 'nodejs_eventloop_lag_seconds', 'db_sessions|db_sessions_max'].forEach((part) => expect(text).toContain(part));
    expect(loadTestSamples(aboutService('cart'), 50_000, 'report')).not.toContain('hikaricp');
    expect(syntaxErrors(text)).toEqual([]);
  });
});
