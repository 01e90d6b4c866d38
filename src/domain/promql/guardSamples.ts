import { CONTAINER_CPU, CONTAINER_CPU_PERIOD, CONTAINER_CPU_QUOTA, CONTAINER_MEMORY_LIMIT, CONTAINER_PERIODS, CONTAINER_THROTTLED, CONTAINER_WORKING_SET, LIMITS } from '../catalogue/kubernetesMetrics';
import { POD_INFO } from '../catalogue/podIdentity';
import type { Matcher } from '../catalogue/Profile';
import { resourceProfiles } from '../catalogue/resourceProfiles';
import { CONTAINERS } from './containers';
import { anyOf, escapeRegex } from './escapeRegex';
import { over, selector } from './Expr';
import { loadTestMetrics } from './loadTestSamples';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';

/** Recorded CPU of containers, cores. */
export const RECORDED_CPU: readonly string[] = resourceProfiles.filter(({ id }) => id === 'kubernetes-mixin').map(({ detect }) => detect);

export const MEMORY_TOTAL = 'node_memory_MemTotal_bytes';
export const MEMORY_AVAILABLE = 'node_memory_MemAvailable_bytes';

export interface PodNames {
  /** Empty where the samples name none. */
  readonly namespaces: readonly string[];
  readonly pods: readonly string[];
}

/** Raw CPU, memory and throttling of the containers of some pods. @param range milliseconds */
export const containerSamples = (scope: readonly Matcher[], pods: PodNames, range: number): string =>
  rangeOf([CONTAINER_CPU, ...RECORDED_CPU, CONTAINER_WORKING_SET, CONTAINER_PERIODS, CONTAINER_THROTTLED], [...CONTAINERS, ...podMatchers(pods), ...scope], range);

/** What the containers of some pods may use, as of now. */
export const containerLimits = (scope: readonly Matcher[], pods: PodNames): string =>
  printExpr(selector(null, [oneOf('__name__', [LIMITS, CONTAINER_CPU_QUOTA, CONTAINER_CPU_PERIOD, CONTAINER_MEMORY_LIMIT]), ...CONTAINERS, ...podMatchers(pods), ...scope]));

/** Pods by address, for instances whose samples name no pod. */
export const podsByAddress = (scope: readonly Matcher[], addresses: readonly string[]): string => printExpr(selector(POD_INFO, [oneOf('pod_ip', addresses), ...scope]));

/** Raw memory of some machines, named without a port. @param range milliseconds */
export const machineSamples = (scope: readonly Matcher[], hosts: readonly string[], range: number): string =>
  rangeOf([MEMORY_TOTAL, MEMORY_AVAILABLE], [{ label: 'instance', op: '=~', value: hosts.map((host) => `${escapeRegex(host)}(:[0-9]+)?`).join('|') }, ...scope], range);

/**
 * Raw requests, failures and latency of several services of one profile, in one question. It may bring rows of services
 * that only share a label's value with them: those are left out by who reads it.
 * @param contexts of the same profile and scope, each with its service
 */
export function dependencySamples(contexts: readonly QuestionContext[], range: number): string {
  const names = contexts.flatMap((context) => {
    const { requests, errors, latency } = loadTestMetrics(context);
    return [requests.metric, ...(errors !== null && 'counter' in errors ? [errors.counter.metric] : []), ...(latency?.buckets === true ? [`${latency.metric}_bucket`] : [])];
  });
  const [first] = contexts;
  const group = first?.profile.group ?? [];
  return rangeOf(names, [...group.map((label) => oneOf(label, contexts.map(({ service }) => service?.labels[label] ?? ''))), ...(first?.scope ?? [])], range);
}

const rangeOf = (names: readonly string[], matchers: readonly Matcher[], range: number): string => printExpr(over(selector(null, [oneOf('__name__', names), ...matchers]), range));

const oneOf = (label: string, values: readonly string[]): Matcher => ({ label, op: '=~', value: anyOf([...new Set(values)]) });

const podMatchers = ({ namespaces, pods }: PodNames): readonly Matcher[] => [...(namespaces.length > 0 ? [oneOf('namespace', namespaces)] : []), oneOf('pod', pods)];
