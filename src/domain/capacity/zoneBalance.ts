import { base } from './base';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { wholeInstances } from './wholeInstances';
import { writeNumber } from './writeNumber';

/** How ready instances stand over zones, where a zone must be survived. */
export interface ZoneBalance {
  /** `fails`: losing the largest zone leaves too few. `uneven`: zones differ by more than one instance. */
  readonly kind: 'even' | 'uneven' | 'fails';
  /** In words; empty when even. */
  readonly reason: string;
}

/**
 * The survivors rule takes zones as even; this looks at how they are. For an autoscaled service the present shares are
 * applied to the instances judged. A zone that is declared but empty counts as 0.
 * @param zones ready instances by zone
 */
export function zoneBalance(zones: ReadonlyMap<string, number>, inputs: CapacityInputs): ZoneBalance {
  const counts = [...zones.values()];
  const ready = counts.reduce((a, b) => a + b, 0);
  if (inputs.survival.kind !== 'zone' || ready === 0) {
    return { kind: 'even', reason: '' };
  }
  const all = [...counts, ...emptyZones(counts.length, inputs.survival.zones)];
  const largest = Math.max(...all);
  const lost = wholeInstances((inputs.deployed * largest) / ready);
  const needed = base(designDemand(inputs), inputs.degradedReserve, inputs);
  const left = Math.max(0, inputs.deployed - lost);
  if (left < needed) {
    const name = [...zones].find(([, n]) => n === largest)?.[0] ?? '';
    return {
      kind: 'fails',
      reason: `losing zone ${name} (${writeNumber(largest)} of ${writeNumber(ready)} ready) leaves ${left} ${left === 1 ? 'instance' : 'instances'}, ${needed} ${needed === 1 ? 'is' : 'are'} needed`,
    };
  }
  return largest - Math.min(...all) > 1
    ? { kind: 'uneven', reason: `zones are uneven: ${all.map(writeNumber).join(', ')} instances` }
    : { kind: 'even', reason: '' };
}

const emptyZones = (seen: number, ruled: number): number[] => new Array<number>(Math.max(0, ruled - seen)).fill(0);
