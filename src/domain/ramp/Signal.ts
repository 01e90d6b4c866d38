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
  /** Of the instance's container, with timestamps of their own: CPU seconds, and cores as a gauge where only a recorded mean is there. */
  containerCpu: 'container-cpu',
  recordedCpu: 'container-cpu-recorded',
  /** Gauge: cores the container may use. */
  containerCores: 'container-cores',
  /** Gauges, bytes. */
  containerMemory: 'container-memory',
  containerMemoryLimit: 'container-memory-limit',
  /** Scheduling periods, and those in which the container was held back. */
  periods: 'container-periods',
  throttled: 'container-throttled',
  /** Of the machine the instance runs on. Gauges, bytes. */
  machineMemory: 'machine-memory',
  machineMemoryTotal: 'machine-memory-total',
} as const;

export type Signal = (typeof SIGNAL)[keyof typeof SIGNAL];

/** Samples of a row of `guardSignals`; `each` tells several in one process apart. */
export const resourceSignal = (id: string, each = ''): string => (each === '' ? id : `${id}:${each}`);

/** The published limit of a signal, as a gauge beside it. */
export const capacitySignal = (signal: string): string => `${signal}/most`;

/** Samples of the operator's own guard at this place in the plan, and of what its ratio divides by. */
export const extraSignal = (index: number): string => `extra-${index}`;
export const extraDivisor = (index: number): string => `extra-${index}/of`;
