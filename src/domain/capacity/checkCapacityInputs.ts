import type { CapacityInputs, SurvivalRule } from './CapacityInputs';
import type { InstanceLimits } from './InstanceLimits';

/** @throws RangeError naming the first input that cannot be */
export function checkCapacityInputs(inputs: CapacityInputs): void {
  atLeast('peak basis', inputs.peakBasis, 0);
  atLeast('burst', inputs.burst, 1);
  above('event factor', inputs.eventFactor, 0);
  atLeast('skew', inputs.skew, 1);
  checkReserve('reserve', inputs.reserve);
  checkReserve('degraded reserve', inputs.degradedReserve);
  checkSurvival(inputs.survival);
  checkLimits(inputs.limits);
  checkInstances(inputs.deployed);
}

/** @throws RangeError when the share is not in [0, 1) */
export function checkReserve(name: string, reserve: number): void {
  if (!(reserve >= 0 && reserve < 1)) {
    throw new RangeError(`invalid ${name}: ${reserve} (0 or more and below 1 is needed)`);
  }
}

/** @throws RangeError when a zone rule has fewer than two zones */
export function checkSurvival(rule: SurvivalRule): void {
  if (rule.kind === 'zone' && !(Number.isInteger(rule.zones) && rule.zones >= 2)) {
    throw new RangeError(`invalid number of zones: ${rule.zones} (a whole number, 2 or more, is needed)`);
  }
}

/** @throws RangeError when the count is not whole or negative */
export function checkInstances(instances: number): void {
  if (!Number.isInteger(instances) || instances < 0) {
    throw new RangeError(`invalid number of instances: ${instances} (a whole number, 0 or more, is needed)`);
  }
}

/** @throws RangeError when no limit is known or one is not above 0 */
export function checkLimits(limits: InstanceLimits): void {
  if (limits.benchmark === undefined && !limits.concurrency && !limits.cpu) {
    throw new RangeError('invalid instance limits: none is known');
  }
  const values: ReadonlyArray<readonly [string, number | undefined]> = [
    ['benchmark', limits.benchmark],
    ['concurrency limit', limits.concurrency?.limit],
    ['latency at load', limits.concurrency?.latencySeconds],
    ['cores', limits.cpu?.cores],
    ['CPU-seconds per request', limits.cpu?.secondsPerRequest],
  ];
  for (const [name, value] of values) {
    if (value !== undefined) {
      above(name, value, 0);
    }
  }
}

function atLeast(name: string, value: number, least: number): void {
  if (!Number.isFinite(value) || value < least) {
    throw new RangeError(`invalid ${name}: ${value} (${least} or more is needed)`);
  }
}

function above(name: string, value: number, bound: number): void {
  if (!Number.isFinite(value) || value <= bound) {
    throw new RangeError(`invalid ${name}: ${value} (a finite number above ${bound} is needed)`);
  }
}
