/** Names of what is sampled of the target, its peers and its dependencies. Counters unless said otherwise. */
export const SIGNAL = {
  /** Requests that ended. */
  requests: 'requests',
  errors: 'errors',
  rejects: 'rejects',
  /** CPU seconds. */
  cpu: 'cpu',
  /** Seconds of latency, and how many were timed. */
  latencySum: 'latency-sum',
  latencyCount: 'latency-count',
  /** Gauge, bytes. */
  memory: 'memory',
  /** Gauge, epoch seconds. */
  startTime: 'start-time',
  /** Gauge, 1 while it is scraped. */
  up: 'up',
  /** The router's own totals. */
  sent: 'router-sent',
  completed: 'router-completed',
  retries: 'router-retries',
  /** Gauge. */
  queue: 'router-queue',
} as const;

export type Signal = (typeof SIGNAL)[keyof typeof SIGNAL];
