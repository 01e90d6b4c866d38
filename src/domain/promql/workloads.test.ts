import { builtInProfiles } from '../catalogue/builtInProfiles';
import { OWNER_METRIC, OWNER_RULE } from '../catalogue/kubernetesMetrics';
import type { Profile } from '../catalogue/Profile';
import { serviceRef } from '../catalogue/ServiceRef';
import { selector } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { asService, byWorkload, podLabels, podMatchers, workloadLabels } from './workloads';

const context = (group: readonly string[], metrics: readonly string[] = []): QuestionContext => ({
  profile: { ...(builtInProfiles[0] as Profile), group },
  resource: null,
  scope: [],
  metrics: new Set(metrics),
  recorded: new Set(),
  scrapeInterval: 15_000,
});

describe('labels of Kubernetes that answer to a grouping', () => {
  it.each([
    [
      ['namespace', 'service'],
      ['namespace', 'workload'],
      ['namespace', 'pod'],
    ],
    [
      ['service_namespace', 'service_name'],
      ['namespace', 'workload'],
      ['namespace', 'pod'],
    ],
    [
      ['cluster', 'namespace', 'service'],
      ['cluster', 'namespace', 'workload'],
      ['cluster', 'namespace', 'pod'],
    ],
    [
      ['env', 'service'],
      ['namespace', 'workload'],
      ['namespace', 'pod'],
    ],
    [['service_name'], ['workload'], ['namespace', 'pod']],
  ])('%j', (group, workload, pod) => {
    expect(workloadLabels(group)).toEqual(workload);
    expect(podLabels(group)).toEqual(pod);
  });
});

describe('workload from the shape of a pod name', () => {
  // Taken out of the text, so that the test speaks of what is sent.
  const text = printExpr(byWorkload(context(['namespace', 'service']), selector('m'), null));
  const pattern = new RegExp(`^(?:${JSON.parse(/"pod", ("(?:[^"\\]|\\.)*")/.exec(text)?.[1] ?? '""')})$`);
  const workloadOf = (pod: string): string | undefined =>
    pattern
      .exec(pod)
      ?.slice(1)
      .find((g) => g !== undefined);

  it.each([
    ['a Deployment', 'checkout-5d8f9c7b6-x7k2p', 'checkout'],
    ['a Deployment with dashes', 'checkout-api-v2-5d8f9c7b64-x7k2p', 'checkout-api-v2'],
    ['a StatefulSet', 'ledger-db-12', 'ledger-db'],
    ['a DaemonSet', 'log-agent-x7k2p', 'log-agent'],
    ['a bare pod', 'debug', undefined],
  ])('%s', (_name, pod, workload) => {
    expect(workloadOf(pod)).toBe(workload);
  });
});

describe('one service', () => {
  const group = ['service_namespace', 'service_name'];
  const service = serviceRef('uid', 'p', group, { service_namespace: 'shop', service_name: 'a.b' });

  it('narrows pods to its namespace and, without owners, to names it could have', () => {
    const [namespace, pod] = podMatchers({ ...context(group), service });
    expect(namespace).toEqual({ label: 'namespace', op: '=', value: 'shop' });
    expect(pod).toEqual({ label: 'pod', op: '=~', value: 'a\\.b(-.*)?' });
  });

  it('keeps only its own workload of the pods whose names begin alike', () => {
    for (const metrics of [[], [OWNER_METRIC]]) {
      const text = printExpr(byWorkload({ ...context(group, metrics), service }, selector('m'), null));
      expect(text.replace(/\s+/g, ' ')).toContain('and on (workload) label_replace(vector(1), "workload", "a.b", "", "")');
    }
  });

  it('leaves the workload to the owner rule where there is one', () => {
    const own = { ...context(group, [OWNER_RULE]), service };
    expect(podMatchers(own)).toHaveLength(1);
    expect(printExpr(byWorkload(own, selector('m'), null))).toContain(`${OWNER_RULE}{workload="a.b"}`);
  });
});

describe('asService', () => {
  it('renames only what is named differently', () => {
    expect(printExpr(asService(context(['namespace', 'service']), selector('m')))).toBe(
      'max by (namespace, service) (label_replace(m, "service", "$1", "workload", "(.+)"))'
    );
    const same = selector('m');
    expect(asService(context(['namespace', 'workload']), same)).toBe(same);
  });
});
