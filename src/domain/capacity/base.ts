import type { CapacityInputs } from './CapacityInputs';
import { checkReserve } from './checkCapacityInputs';
import { instanceRates } from './instanceRates';
import { wholeInstances } from './wholeInstances';

/**
 * Instances that carry `demand` with `reserve` kept free, nothing lost: the greatest of the needs by each known limit
 * (design/product, "Capacity arithmetic, exactly"): `max over limits of ceil(demand × skew / (rate × (1 - reserve)))`.
 * @param demand requests/s of the whole service, >= 0
 * @throws RangeError naming a bad value
 */
export function base(demand: number, reserve: number, inputs: Pick<CapacityInputs, 'skew' | 'limits'>): number {
  checkReserve('reserve', reserve);
  const needs = instanceRates(inputs.limits).map(({ rate }) =>
    wholeInstances((demand * inputs.skew) / (rate * (1 - reserve)))
  );
  return Math.max(...needs);
}
