import { DAY } from '../base/Duration';
import { benchmarkStaleness } from './benchmarkStaleness';
import { bottleneckOf } from './bottleneckOf';
import type { CapacityInputs } from './CapacityInputs';
import { checkJudgeOptions } from './checkJudgeOptions';
import { gatherGrounds } from './gatherGrounds';
import type { Grounds, Missing } from './Grounds';
import { allowsGivingBack, idleInstances } from './idleInstances';
import { judgedFigures, limitsBound } from './judgedFigures';
import type { JudgeOptions } from './JudgeOptions';
import { judgeStatus } from './judgeStatus';
import type { Judgement } from './Judgement';
import { marginProduct } from './marginProduct';
import { requiredInstances } from './requiredInstances';
import type { ServiceFacts } from './ServiceFacts';
import { isFresh, verdictsOf } from './verdictsOf';
import { writeSpan } from './writeSpan';

// Outline: gather policy, slider and what-if inputs into grounds; do the capacity arithmetic by the limits that are
// known; without a benchmark the other limits bound the truth from above, so they can show a shortage but not that
// all is well; then collect every verdict and let the worst one speak.

/** History shorter than this is worth a word. */
const YOUNG = 7 * DAY;

/**
 * Policy applied to the facts of one service.
 * @throws RangeError naming a bad option: growth at or below -1, a what-if number out of range
 */
export function judgeService(facts: ServiceFacts, options: JudgeOptions): Judgement {
  checkJudgeOptions(options);
  const grounds = gatherGrounds(facts, options);
  const missing = allMissing(grounds);
  const inputs = inputsToShow(grounds);
  const { benchmark } = grounds.limits;
  const context = { versions: [...facts.versions.keys()], spec: null, now: options.now };
  const stale = benchmark === null ? [] : benchmarkStaleness(benchmark, context);
  const trusted = allowsGivingBack(benchmark, stale) && !grounds.censored && missing.length === 0;
  const idle = inputs === null ? null : idleOf(facts, inputs, trusted && isFresh(facts, options.now));
  const zones = options.overrides?.zones === undefined ? facts.zones : NO_ZONES;
  const verdicts = verdictsOf({ facts, zones, now: options.now, inputs: grounds.inputs, missing, benchmark, idle });
  return {
    inputs,
    ...judgedFigures(grounds, inputs, missing[0] ?? NOTHING_MISSING, grounds.censored || limitsBound(grounds)),
    asked: grounds.policy.eventFactor - 1,
    bottleneck: bottleneckOf(inputs, facts.saturation, { quality: grounds.limits.quality, evidence: grounds.evidence }),
    idle,
    marginProduct: inputs === null || missing.length > 0 ? null : marginProduct(inputs),
    status: judgeStatus(verdicts, [...stale, ...notesOf(facts, grounds, options.now)]),
  };
}

/** Zones asked about are taken as even. */
const NO_ZONES: ReadonlyMap<string, number> = new Map();

const NOTHING_MISSING: Missing = { reason: 'not known', nextStep: undefined };

function idleOf(facts: ServiceFacts, inputs: CapacityInputs, trusted: boolean): Judgement['idle'] {
  return idleInstances({
    required: requiredInstances(inputs),
    deployed: inputs.deployed,
    autoscaler: facts.autoscaler,
    pricePerInstanceHour: facts.pricePerInstanceHour,
    trusted,
  });
}

function allMissing(grounds: Grounds): Missing[] {
  const benchmark = grounds.limits.missing;
  const own = benchmark ? [{ reason: benchmark.reason, nextStep: benchmark.next }] : [];
  const others = grounds.missing.filter((m) => m.reason !== benchmark?.reason);
  return [...own, ...others];
}

/** Without a benchmark the arithmetic is shown only where the other limits already prove a shortage. */
function inputsToShow({ inputs, limits }: Grounds): CapacityInputs | null {
  if (inputs === null || limits.missing === null) {
    return inputs;
  }
  return requiredInstances(inputs) > inputs.deployed ? inputs : null;
}

function notesOf(facts: ServiceFacts, grounds: Grounds, now: number): string[] {
  const notes = [...grounds.notes];
  if (grounds.censored) {
    notes.push(`the ${grounds.basis.name} was reached while the service was failing: true demand was at least this`);
  }
  if (facts.firstSeen !== null && now - facts.firstSeen < YOUNG) {
    notes.push(`only ${writeSpan(now - facts.firstSeen)} of history: the peak may be yet to come`);
  }
  return notes;
}
