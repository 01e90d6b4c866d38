import { type ServiceDefinition } from '../history/serviceDefinition';
import { FULL_USE, waitingFactor } from './queueing';

/** What a given demand does to one instance. */
export interface InstanceLoad {
  /** Use of the resource that is fullest, 0 to 1 and above when more arrives than can be served. */
  readonly use: number;
  /** CPU that the served demand burns, in cores. */
  readonly cpu: number;
  readonly servedShare: number;
  /** Mean time a request waits for a worker or for the pool, in seconds. */
  readonly wait: number;
  /** Mean time a request spends in the instance, in seconds. */
  readonly latency: number;
}

/** CPU is a line over demand, latency an M/M/c curve over the use of whatever is fullest, and what cannot be served is refused. */
export function instanceLoad(service: ServiceDefinition, cpuMs: number, demand: number): InstanceLoad {
  const cpuSeconds = cpuMs / 1000;
  const computing = (service.idleCpu + demand * cpuSeconds) / service.cores;
  const holding = service.pool ? (demand * service.pool.holdMs) / 1000 / service.pool.size : 0;
  const use = Math.max(computing, holding);
  const servedShare = use > FULL_USE ? FULL_USE / use : 1;
  const poolWait = service.pool ? (service.pool.holdMs / 1000) * waitingFactor(holding, service.pool.size) : 0;
  const wait = poolWait + cpuSeconds * waitingFactor(computing, service.cores);
  return {
    use,
    cpu: Math.min(service.cores, service.idleCpu + demand * servedShare * cpuSeconds),
    servedShare,
    wait,
    latency: cpuSeconds + service.ioMs / 1000 + wait,
  };
}
