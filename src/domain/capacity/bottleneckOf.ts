import { known, type Figure, type Quality } from '../base/Figure';
import type { Evidence } from '../base/Evidence';
import type { CapacityInputs } from './CapacityInputs';
import { instanceRates } from './instanceRates';
import type { Judgement } from './Judgement';
import { plainPeak } from './plainPeak';
import type { Saturation } from './ServiceFacts';

/**
 * What runs out first: the known limit, or the watched resource, that is closest to its own limit. Limits are taken at
 * the plain peak over all deployed instances with nothing kept free; resources as they are now.
 * @returns null when neither is known
 */
export function bottleneckOf(
  inputs: CapacityInputs | null,
  saturation: readonly Saturation[],
  rests: { readonly quality: Quality; readonly evidence: Evidence }
): Judgement['bottleneck'] {
  const uses = [
    ...(inputs === null || inputs.deployed === 0 ? [] : limitUses(inputs, rests)),
    ...saturation.map(({ resource, use }) => ({ resource, use })),
  ];
  return uses.reduce<Judgement['bottleneck']>((worst, next) => {
    const value = next.use.known ? next.use.value : -Infinity;
    return value > (worst?.use.known ? worst.use.value : -Infinity) ? next : worst;
  }, null);
}

function limitUses(
  inputs: CapacityInputs,
  rests: { readonly quality: Quality; readonly evidence: Evidence }
): Array<{ resource: string; use: Figure }> {
  return instanceRates(inputs.limits).map(({ limit, rate }) => ({
    resource: limit,
    use: known((plainPeak(inputs) * inputs.skew) / (inputs.deployed * rate), 'share', rests.quality, rests.evidence),
  }));
}
