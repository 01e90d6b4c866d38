import { known, unknown, weakest, type Figure } from '../base/Figure';
import type { Unit } from '../base/Unit';
import { arithmeticFigure } from './arithmeticFigure';
import { designDemand } from './designDemand';
import { explainArithmetic } from './explainArithmetic';
import type { Grounds, Missing } from './Grounds';
import type { Judgement } from './Judgement';
import { plainPeak } from './plainPeak';
import type { ShownInputs } from './shownInputs';
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

type Bound = 'at least' | 'at most' | undefined;

/** May the truth be greater, less, or neither? What may be either has no bound: the status says why. */
const boundOf = (greater: boolean, less: boolean): Bound => (greater === less ? undefined : greater ? 'at least' : 'at most');

/**
 * The figures of a judgement, each with the arithmetic that made it.
 * @param missing why figures are unknown where the arithmetic cannot be shown
 */
export function judgedFigures(grounds: Grounds, shown: ShownInputs, missing: Missing): JudgedFigures {
  const { inputs, limitsMayBeLess, limitsMayBeMore, deployedMayBeMore } = shown;
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
  const at = (name: string, unit: Unit, bound: Bound, otherwise: string): Figure =>
    arithmeticFigure(lines, name, { unit, quality, evidence: grounds.evidence, bound, otherwise });
  const better = limitsMayBeMore || deployedMayBeMore;
  const worse = limitsMayBeLess || grounds.censored;
  const good = boundOf(better, worse);
  const bad = boundOf(worse, better);
  const nothingLeft = `the ${inputs.deployed} deployed carry nothing once the loss to survive is taken off`;
  return {
    ...demand,
    // A censored peak does not touch capacity, nor how many instances are there what is required.
    capacity: at('capacity', 'reqps', boundOf(better, limitsMayBeLess), nothingLeft),
    headroom: at('headroom', 'growth', good, nothingLeft),
    eventMargin: at('event margin', 'growth', good, nothingLeft),
    utilisation: at('utilisation', 'share', bad, nothingLeft),
    freeShare: at('free share', 'share', good, nothingLeft),
    required: at('required', 'instances', boundOf(worse, limitsMayBeMore), nothingLeft),
    spare: at('spare', 'instances', good, nothingLeft),
    headroomAfterLoss: at('headroom after loss', 'growth', good, 'the policy asks nothing to be survived'),
  };
}

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
