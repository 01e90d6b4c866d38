/** How one label is compared in a selector. */
export interface Matcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

export interface CounterSource {
  readonly metric: string;
  readonly matchers?: readonly Matcher[];
  /** The metric is a native histogram: its count is the counter. */
  readonly native?: boolean;
}

export interface LatencySource {
  /** Name without `_bucket`, `_sum`, `_count`. */
  readonly metric: string;
  readonly kind: 'classic' | 'native';
  /** Unit the histogram counts in. */
  readonly unit: 'seconds' | 'milliseconds';
  /** False when it comes without buckets (`_sum` and `_count` only): a mean can be told, a percentile cannot. */
  readonly quantiles?: boolean;
  readonly matchers?: readonly Matcher[];
}

/** Names of the labels that carry more than identity; each optional, with what is lost without it. */
export interface ProfileLabels {
  /** One replica. Without it: no instance count from traffic, no skew. */
  readonly instance?: string;
  readonly zone?: string;
  readonly version?: string;
  readonly spec?: string;
  readonly route?: string;
  readonly owner?: string;
  readonly tier?: string;
}

/**
 * A gauge that tells how many instances take traffic. With `per` (label of one replica, as on `up`) it is summed over
 * distinct replicas; without, it is a count that several exporters report alike, and the greatest is taken.
 */
export interface InstanceGauge {
  readonly kind: 'gauge';
  readonly gauge: CounterSource;
  readonly per?: string;
}

/**
 * How one family of request metrics is read. All selectors are data, never PromQL text, so that escaping and
 * grouping happen in one place (`domain/promql`).
 */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** One line for the person who chooses. */
  readonly doc: string;
  /** Metric whose presence says that the family is there. */
  readonly detect: string;
  /** Labels that identify a service, widest first, for example `['namespace', 'service']`. */
  readonly group: readonly string[];
  readonly labels: ProfileLabels;
  /** Counter of requests. Summed over everything but the grouping labels. */
  readonly requests: CounterSource;
  /** Matchers that, added to the request counter's, select failures; or a counter of its own. */
  readonly errors?: { readonly matchers: readonly Matcher[] } | { readonly counter: CounterSource };
  /** Requests refused by a rate limit, where they are counted: matchers added to the request counter's. */
  readonly rejects?: { readonly matchers: readonly Matcher[] };
  readonly latency?: LatencySource;
  /** Gauge of requests being served. */
  readonly inFlight?: CounterSource;
  /** Gauge of how many requests one instance may hold at once. */
  readonly inFlightLimit?: CounterSource;
  /**
   * Who counted: the service itself (default), or a router in front of it. A router's own process and replicas say
   * nothing about the service.
   */
  readonly seenFrom?: 'service' | 'router';
  /** How instances are counted: distinct values of the instance label on the request counter, or a gauge. Where neither answers, ready replicas of the orchestrator. */
  readonly instances: { readonly kind: 'instance-label' } | InstanceGauge;
  /** How a router's target maps to an instance; without it a load test cannot measure the share. */
  readonly targetsLabel?: string;
}

/**
 * How CPU is read, and how its rows join the services of a request profile: `process` by the same grouping labels,
 * `kubernetes-mixin` and `cadvisor` by namespace and workload, `node` by host.
 */
export interface ResourceProfile {
  readonly id: 'process' | 'kubernetes-mixin' | 'cadvisor' | 'node';
  readonly title: string;
  readonly doc: string;
  readonly detect: string;
  /** Second metric that must be there too (for a join), or absent. */
  readonly alsoNeeds?: string;
}
