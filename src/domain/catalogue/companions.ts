import {
  AUTOSCALER_BOUNDS,
  CONTAINER_CPU_QUOTA,
  CONTAINER_MEMORY_LIMIT,
  LIMITS,
  OWNER_METRIC,
  OWNER_RULE,
  READY_REPLICAS,
  AUTOSCALER_INFO,
  CONTAINER_CPU_PERIOD,
  CONTAINER_PERIODS,
  CONTAINER_THROTTLED,
  CONTAINER_WORKING_SET,
} from './kubernetesMetrics';

/** Something besides requests and CPU that a cluster can tell, by any of several metrics. */
export interface Companion {
  readonly what: string;
  readonly anyOf: readonly string[];
  /** What the product tells with it. */
  readonly gives: string;
  readonly lost: string;
  readonly next: string;
}

const ADD = 'Add kube-state-metrics to the scrape configuration.';

/** What kube-state-metrics and cAdvisor add, whatever the request profile. */
export const companions: readonly Companion[] = [
  {
    what: 'ready replicas',
    anyOf: READY_REPLICAS.map(([metric]) => metric),
    gives: 'instances of services whose own metrics have no instance label',
    lost: 'instances of services without an instance label',
    next: ADD,
  },
  {
    what: 'autoscalers',
    anyOf: [...AUTOSCALER_BOUNDS, AUTOSCALER_INFO],
    gives: 'least, greatest and desired instances: autoscaled services are judged at their greatest',
    lost: 'autoscaled services are judged by the instances they have now',
    next: ADD,
  },
  {
    what: 'container limits',
    anyOf: [LIMITS, CONTAINER_CPU_QUOTA, CONTAINER_CPU_PERIOD, CONTAINER_MEMORY_LIMIT],
    gives: 'cores of one instance, CPU and memory saturation',
    lost: 'cores of one instance, CPU and memory saturation',
    next: `${ADD} Set CPU and memory limits on containers.`,
  },
  {
    what: 'pod owners',
    anyOf: [OWNER_RULE, OWNER_METRIC],
    gives: 'which pod belongs to which workload',
    lost: 'pods are told apart by the shape of their names, which can be wrong for unusual names',
    next: ADD,
  },
  {
    what: 'memory and throttling of containers',
    anyOf: [CONTAINER_WORKING_SET, CONTAINER_PERIODS, CONTAINER_THROTTLED],
    gives: 'memory use and how often containers are held back',
    lost: 'memory saturation and CPU throttling',
    next: 'Scrape cAdvisor (the kubelet serves it).',
  },
];

export interface DetectedCompanion extends Companion {
  /** Metrics of it that are there; empty when it is missing. */
  readonly found: readonly string[];
}

/** Which companions are there. */
export const detectCompanions = (metricNames: ReadonlySet<string>): readonly DetectedCompanion[] =>
  companions.map((c) => ({ ...c, found: c.anyOf.filter((name) => metricNames.has(name)) }));
