import { guardProblem } from './guardProblem';
import type { GuardResult, GuardSlot } from './GuardResult';
import type { GuardSamples } from './GuardSamples';
import type { MeasuredGuard } from './GuardSpec';
import { measureGuard } from './measureGuard';
import type { Measurement } from './Measurement';
import { describeGuard } from './describeGuard';
import { noEvidence } from './noEvidence';
import { slotTimes, type Slot } from './slotTimes';
import type { RawSeries } from './RawSample';
import type { SubjectSamples } from './SubjectSamples';
import { trailing } from './trailing';
import { worstResult } from './worstResult';

// Outline: for each subject, the distinct sample timestamps of the guard's main signal, holes included, newest last; at
// each the measurement over its window (one difference, or 30 s for a soft guard); consecutive violations counted back
// from now; as many as the guard asks for stop, fewer hold. The worst subject decides.

const SOFT_WINDOW_MS = 30_000;
/** Keeper and metrics store may differ by this much. */
const CLOCK_TOLERANCE_MS = 1000;
const SHOWN_SLOTS = 6;

export function evaluateMeasured(guard: MeasuredGuard, { scrapeMs, subjects }: GuardSamples, now: number): GuardResult {
  const problem = guardProblem(guard, scrapeMs, now);
  const asked = subjects.filter((s) => s.role === guard.on && (guard.who === undefined || s.subject === guard.who));
  if (problem !== null || asked.length === 0) {
    return noEvidence(guard, 'stop', problem ?? `there are no samples of ${guard.who ?? `any ${guard.on}`}`);
  }
  return worstResult(asked.map((subject) => evaluateSubject(guard, subject, guard.everyMs ?? scrapeMs, now)));
}

function evaluateSubject(guard: MeasuredGuard, subject: SubjectSamples, scrapeMs: number, now: number): GuardResult {
  const slots = slotTimes(mainSignal(guard, subject), scrapeMs, now);
  const newest = slots.filter((s) => !s.missing).at(-1);
  const ageMs = newest === undefined ? null : now - newest.at;
  if (ageMs !== null && ageMs < -CLOCK_TOLERANCE_MS) {
    return noEvidence(guard, 'stop', `the newest sample of ${subject.subject} is ${Math.round(-ageMs / 1000)} s in the future: clocks differ`, subject.subject);
  }
  const shown = slots.slice(-Math.max(SHOWN_SLOTS, guard.confirmations));
  const read = shown.map((slot) => ({ slot, measured: measureSlot(guard, subject, slots, slot, scrapeMs) }));
  // The first timestamps of what was asked for have nothing before them to differ from.
  const known = read.slice(Math.max(0, read.findIndex((r) => r.measured !== 'no-base')));
  const judged = known.map(({ slot, measured }) => ({ at: slot.at, measured: measured === 'no-base' ? null : measured }));
  const violating = trailing(judged.map(({ measured }) => measured === null || measured.violates));
  const last = judged.at(-1)?.measured ?? null;
  const verdict = violating >= guard.confirmations ? 'stop' : violating > 0 ? 'hold' : 'pass';
  const evidence = { subject: subject.subject, slots: judged.map(toSlot), violating, needed: guard.confirmations, ageMs };
  const value = last?.value ?? null;
  const limit = last?.limit ?? null;
  const distance = value === null || limit === null || limit === Infinity ? null : (limit - value) / limit;
  return { verdict, value, limit, distance, evidence, reason: describeGuard(guard, verdict, subject.subject, last, evidence) };
}

function measureSlot(guard: MeasuredGuard, subject: SubjectSamples, slots: readonly Slot[], slot: Slot, scrapeMs: number): Measurement | null | 'no-base' {
  const until = slots.slice(0, slots.indexOf(slot) + 1);
  const adjacent = lastDifference(until);
  const window = guard.strength === 'hard' ? adjacent : softWindow(until, slot.at, guard.windowMs ?? SOFT_WINDOW_MS, scrapeMs);
  if (window.length < 2) {
    return slot.missing ? null : 'no-base';
  }
  const measured = measureTimes(guard, subject, window);
  // A hang must not wait until it shows in the mean.
  return guard.kind === 'hang' && guard.strength === 'soft' ? worseOf(measureTimes(guard, subject, adjacent), measured) : measured;
}

/** After a scrape that left no sample, the difference spans the gap. */
const lastDifference = (until: readonly Slot[]): readonly Slot[] => until.slice(until.slice(0, -1).map((s) => s.missing).lastIndexOf(false));

/** From the newest slot that is a window old, half a scrape more or less; empty when there is none. */
function softWindow(until: readonly Slot[], at: number, windowMs: number, scrapeMs: number): readonly Slot[] {
  const bases = until.slice(0, -1).filter((s) => s.at <= at - windowMs + scrapeMs / 2).length;
  return bases === 0 ? [] : until.slice(bases - 1);
}

function measureTimes(guard: MeasuredGuard, subject: SubjectSamples, slots: readonly Slot[]): Measurement | null {
  const present = slots.filter((s) => !s.missing);
  return slots.at(-1)?.missing !== false || present.length < 2 ? null : measureGuard(guard, subject, present.map((s) => s.at));
}

const worseOf = (a: Measurement | null, b: Measurement | null): Measurement | null => (a === null || b === null || (a.value ?? 0) > (b.value ?? 0) ? a : b);

const toSlot = ({ at, measured }: { at: number; measured: Measurement | null }): GuardSlot => ({
  at,
  value: measured?.value ?? null,
  violates: measured === null || measured.violates,
});

/** The signal whose sample timestamps the guard counts. */
function mainSignal(guard: MeasuredGuard, { series, buckets }: SubjectSamples): readonly RawSeries[] {
  switch (guard.kind) {
    case 'errors':
    case 'rejects':
      return series[guard.whole] ?? [];
    case 'cpu':
      return series[guard.seconds] ?? [];
    case 'latency':
    case 'latency-curve':
      return buckets.find((b) => b.le === Infinity)?.series ?? [];
    case 'saturation':
      return series[guard.alongside ?? guard.signal] ?? [];
    case 'hang':
      return series[guard.sent] ?? [];
  }
}
