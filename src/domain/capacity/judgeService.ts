import { onlyKey } from '../base/onlyKey';
import { benchmarkStaleness } from './benchmarkStaleness';
import { bottleneckOf } from './bottleneckOf';
import { checkJudgeOptions } from './checkJudgeOptions';
import { gatherGrounds } from './gatherGrounds';
import { givingBackDoubt, YOUNG, type GivingBackQuestion } from './givingBackDoubt';
import type { Grounds, Missing } from './Grounds';
import { allowsGivingBack, idleInstances } from './idleInstances';
import { judgedFigures } from './judgedFigures';
import type { JudgeOptions } from './JudgeOptions';
import { judgeStatus } from './judgeStatus';
import type { Judgement } from './Judgement';
import { marginProduct } from './marginProduct';
import { requiredInstances } from './requiredInstances';
import type { ServiceFacts } from './ServiceFacts';
import { shownInputs, type ShownInputs } from './shownInputs';
import { isFresh, shortBy, verdictsOf } from './verdictsOf';
import { writeSpan } from './writeSpan';

// Outline: gather policy, slider and what-if inputs into grounds; do the capacity arithmetic by the limits that are
// known; without a benchmark the other limits bound the truth from above, so they can show a shortage but not that
// all is well; with one that is only "at least", or a count that may be too low, it is the other way round; then
// collect every verdict and let the worst one speak.

/**
 * Policy applied to the facts of one service.
 * @throws RangeError naming a bad option: growth at or below -1, a what-if number out of range
 */
export function judgeService(facts: ServiceFacts, options: JudgeOptions): Judgement {
  checkJudgeOptions(options);
  const grounds = gatherGrounds(facts, options);
  const missing = allMissing(grounds);
  const shown = shownInputs(grounds);
  const { inputs } = shown;
  const { benchmark } = grounds.limits;
  const context = { versions: [...facts.versions.keys()], spec: onlyKey(facts.specs), now: options.now };
  const stale = benchmark === null ? [] : benchmarkStaleness(benchmark, context);
  const trusted = allowsGivingBack(benchmark, stale) && !grounds.censored && missing.length === 0;
  const zones = options.overrides?.zones === undefined ? facts.zones : NO_ZONES;
  const { idle, note } = inputs === null ? NOTHING_IDLE : idleOf({ facts, zones, inputs, now: options.now }, trusted && isFresh(facts, options.now));
  const question = { facts, zones, now: options.now, shown, missing, benchmark, idle };
  const notes = [...notesOf(facts, grounds, shown, options.now), ...note];
  return {
    inputs,
    ...judgedFigures(grounds, shown, missing[0] ?? NOTHING_MISSING),
    asked: grounds.policy.eventFactor - 1,
    shortBy: shortBy(shown),
    bottleneck: bottleneckOf(inputs, facts.saturation, { quality: grounds.limits.quality, evidence: grounds.evidence }),
    idle,
    marginProduct: inputs === null || missing.length > 0 ? null : marginProduct(inputs),
    status: judgeStatus(verdictsOf(question), [...stale, ...notes]),
  };
}

/** Zones asked about are taken as even. */
const NO_ZONES: ReadonlyMap<string, number> = new Map();

const NOTHING_MISSING: Missing = { reason: 'not known', nextStep: undefined };

interface Idle {
  readonly idle: Judgement['idle'];
  /** What is held back, and why. */
  readonly note: readonly string[];
}

const NOTHING_IDLE: Idle = { idle: null, note: [] };

function idleOf(question: GivingBackQuestion, trusted: boolean): Idle {
  const { facts, inputs } = question;
  const idle = idleInstances({
    required: requiredInstances(inputs),
    deployed: inputs.deployed,
    autoscaler: facts.autoscaler,
    pricePerInstanceHour: facts.pricePerInstanceHour,
    trusted,
  });
  const doubt = idle === null ? null : givingBackDoubt(question);
  return idle === null || doubt === null ? { idle, note: [] } : { idle: null, note: [`${idle.instances} more than required are not offered to give back: ${doubt}`] };
}

function allMissing(grounds: Grounds): Missing[] {
  const benchmark = grounds.limits.missing;
  const own = benchmark ? [{ reason: benchmark.reason, nextStep: benchmark.next }] : [];
  const others = grounds.missing.filter((m) => m.reason !== benchmark?.reason);
  return [...own, ...others];
}

function notesOf(facts: ServiceFacts, grounds: Grounds, { limitsMayBeMore }: ShownInputs, now: number): string[] {
  const notes = [...grounds.notes];
  if (limitsMayBeMore) {
    notes.push('the benchmark is "at least": its load test met no limit, so an instance may carry more');
  }
  if (grounds.censored) {
    notes.push(`the ${grounds.basis.name} was reached while the service was failing: true demand was at least this`);
  }
  if (facts.firstSeen !== null && now - facts.firstSeen < YOUNG) {
    notes.push(`only ${writeSpan(now - facts.firstSeen)} of history: the peak may be yet to come`);
  }
  return notes;
}
