import type { GuardLimits } from './Plan';

/** Limits that a new plan proposes, and that plans of before there were such guards get. A pool or a thread pool is full well before nothing of it is left. */
export const RESOURCE_LIMITS: Pick<GuardLimits, 'gc' | 'threads' | 'pools' | 'files' | 'eventLoopSeconds' | 'throttled'> = {
  gc: 0.1,
  threads: 0.95,
  pools: 0.95,
  files: 0.9,
  eventLoopSeconds: 0.5,
  throttled: 0.5,
};
