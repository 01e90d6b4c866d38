import { checkLimits } from './checkCapacityInputs';
import type { InstanceLimits } from './InstanceLimits';

export type LimitName = 'benchmark' | 'concurrency' | 'CPU';

/** Demand at which one instance reaches one of its limits. */
export interface InstanceRate {
  readonly limit: LimitName;
  /** Requests/s, nothing kept free. */
  readonly rate: number;
}

/**
 * What one instance carries by each known limit, tightest first. Concurrency is Little's law: limit / latency.
 * @throws RangeError when no limit is known or one is not above 0
 */
export function instanceRates(limits: InstanceLimits): readonly [InstanceRate, ...InstanceRate[]] {
  checkLimits(limits);
  const rates: InstanceRate[] = [];
  if (limits.benchmark !== undefined) {
    rates.push({ limit: 'benchmark', rate: limits.benchmark });
  }
  if (limits.concurrency) {
    rates.push({ limit: 'concurrency', rate: limits.concurrency.limit / limits.concurrency.latencySeconds });
  }
  if (limits.cpu) {
    rates.push({ limit: 'CPU', rate: limits.cpu.cores / limits.cpu.secondsPerRequest });
  }
  const [first, ...rest] = rates.sort((a, b) => a.rate - b.rate);
  if (!first) {
    throw new RangeError('invalid instance limits: none is known');
  }
  return [first, ...rest];
}

/** Requests/s one instance carries by its tightest limit, nothing kept free. */
export const tightestRate = (limits: InstanceLimits): number => instanceRates(limits)[0].rate;
