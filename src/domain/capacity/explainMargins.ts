import type { ArithmeticLine } from './ArithmeticLine';
import { capacityOf } from './capacityOf';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { eventMargin } from './eventMargin';
import { freeShare } from './freeShare';
import { headroom } from './headroom';
import { headroomAfterLoss } from './headroomAfterLoss';
import { plainPeak } from './plainPeak';
import { survivors } from './survivors';
import { utilisation } from './utilisation';
import { writeNumber as w } from './writeNumber';

/**
 * Headroom and its siblings, each under its own name: they answer different questions. Empty when there is no demand
 * to compare with; utilisation and free share are left out when capacity is 0.
 * @throws RangeError naming a bad input
 */
export function explainMargins(inputs: CapacityInputs): ArithmeticLine[] {
  const peak = plainPeak(inputs);
  if (peak === 0) {
    return [];
  }
  const capacity = w(capacityOf(inputs.deployed, inputs));
  const demand = w(designDemand(inputs));
  return [
    line('headroom', 'capacity / Lb - 1', `${capacity} / ${w(peak)} - 1`, headroom(inputs), 'growth'),
    line('event margin', 'capacity / D - 1', `${capacity} / ${demand} - 1`, eventMargin(inputs), 'growth'),
    line('utilisation', 'Lb / capacity', `${w(peak)} / ${capacity}`, utilisation(inputs), 'share'),
    line('free share', '1 - Lb / capacity', `1 - ${w(peak)} / ${capacity}`, freeShare(inputs), 'share'),
    line(
      'headroom after loss',
      "survivors × q × (1 - r') / s / Lb - 1",
      afterLossSubstituted(inputs, peak),
      headroomAfterLoss(inputs),
      'growth'
    ),
  ].filter((l): l is ArithmeticLine => l !== null);
}

function line(
  name: string,
  formula: string,
  substituted: string,
  result: number | null,
  unit: ArithmeticLine['unit']
): ArithmeticLine | null {
  return result === null ? null : { name, formula, substituted, result, unit };
}

function afterLossSubstituted(inputs: CapacityInputs, peak: number): string {
  const left = survivors(inputs.deployed, inputs.survival);
  const rate = capacityOf(1, { ...inputs, skew: 1, reserve: 0, degradedReserve: 0, survival: { kind: 'none' } });
  return `${left} × ${w(rate)} × ${w(1 - inputs.degradedReserve)} / ${w(inputs.skew)} / ${w(peak)} - 1`;
}
