import { known, unknown, weakest, type Figure } from '../base/Figure';
import type { Unit } from '../base/Unit';
import { arithmeticFigure } from './arithmeticFigure';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { explainArithmetic } from './explainArithmetic';
import type { Grounds, Missing } from './Grounds';
import type { Judgement } from './Judgement';
import { plainPeak } from './plainPeak';
import { writeLine } from './writeLine';

export type JudgedFigures = Pick<
  Judgement,
  | 'peak'
  | 'designDemand'
  | 'capacity'
  | 'headroom'
  | 'eventMargin'
  | 'utilisation'
  | 'freeShare'
  | 'required'
  | 'spare'
  | 'headroomAfterLoss'
>;

/**
 * The figures of a judgement, each with the arithmetic that made it.
 * @param inputs null when the arithmetic cannot be shown; figures are then unknown for the reason in `missing`
 * @param bounded true when truth can only be worse: a limit is missing or an upper bound, or the peak is censored
 */
export function judgedFigures(
  grounds: Grounds,
  inputs: CapacityInputs | null,
  missing: Missing,
  bounded: boolean
): JudgedFigures {
  const demand = demandFigures(grounds);
  if (inputs === null) {
    const no = (unit: Unit) => unknown(unit, missing.reason, missing.nextStep, grounds.evidence);
    return {
      ...demand,
      capacity: no('reqps'),
      headroom: no('growth'),
      eventMargin: no('growth'),
      utilisation: no('share'),
      freeShare: no('share'),
      required: no('instances'),
      spare: no('instances'),
      headroomAfterLoss: no('growth'),
    };
  }
  const lines = explainArithmetic(inputs).map((line) => ({ line, text: writeLine(line) }));
  const quality = weakest(
    [grounds.peakBasis, grounds.deployed].flatMap((f) => (f.known ? [f.quality] : [])).concat(grounds.limits.quality)
  );
  const at = (name: string, unit: Unit, bound: 'at least' | 'at most', otherwise: string): Figure =>
    arithmeticFigure(lines, name, {
      unit,
      quality,
      evidence: grounds.evidence,
      bound: bounded ? bound : undefined,
      otherwise,
    });
  const nothingLeft = `the ${inputs.deployed} deployed carry nothing once the loss to survive is taken off`;
  return {
    ...demand,
    // A censored peak does not touch capacity; a missing or upper-bound limit does.
    capacity: arithmeticFigure(lines, 'capacity', {
      unit: 'reqps',
      quality,
      evidence: grounds.evidence,
      bound: limitsBound(grounds) ? 'at most' : undefined,
      otherwise: nothingLeft,
    }),
    headroom: at('headroom', 'growth', 'at most', nothingLeft),
    eventMargin: at('event margin', 'growth', 'at most', nothingLeft),
    utilisation: at('utilisation', 'share', 'at least', nothingLeft),
    freeShare: at('free share', 'share', 'at most', nothingLeft),
    required: at('required', 'instances', 'at least', nothingLeft),
    spare: at('spare', 'instances', 'at most', nothingLeft),
    headroomAfterLoss: at('headroom after loss', 'growth', 'at most', 'the policy asks nothing to be survived'),
  };
}

/** True when what one instance carries is known from above only. */
export const limitsBound = ({ limits }: Grounds): boolean =>
  limits.missing !== null || limits.benchmark?.upperBoundOnly === true;

function demandFigures(grounds: Grounds): Pick<JudgedFigures, 'peak' | 'designDemand'> {
  const { peakBasis, burst, policy } = grounds;
  if (!peakBasis.known) {
    return { peak: peakBasis, designDemand: peakBasis };
  }
  const inputs = { peakBasis: peakBasis.value, burst, eventFactor: policy.eventFactor };
  const bound = grounds.censored ? 'at least' : undefined;
  return {
    peak: known(plainPeak(inputs), 'reqps', peakBasis.quality, peakBasis.evidence, bound),
    designDemand: known(designDemand(inputs), 'reqps', peakBasis.quality, grounds.evidence, bound),
  };
}
