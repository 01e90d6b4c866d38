import { DAY } from '../base/Duration';
import type { AthLedger, AthPeak, PeakVoid } from './AthPeak';
import { athNotes } from './athNotes';
import { found, notFound, type Finding } from './Finding';
import { outrank } from './outrank';

// Outline: of the ledger's peaks with the asked window and step, take away the voided; let recorded series speak for
// the days they cover; then climb from the smallest: a peak counts when it is at most three times the greatest that
// counted before it, or when a second view is itself above three times that: an adjacent step, a wider window, or a
// peak of another day (else a service that starts small would wait for ever). The greatest that counts is the all-time
// high, the earliest of equals; greater ones that do not count are pending. What was published counted in the browser
// that published it, which may have seen more. Only the set matters, never its order.
// Source: the rules of incremental ATH in the query layer's design.

/** A peak above this times the one before needs a second view: counter resets and restarts make single spikes. */
export const NEEDS_SECOND_VIEW = 3;

/** Which all-time high is asked for; peaks of other windows and steps are other facts. */
export interface AthQuestion {
  readonly window: number;
  readonly step: number;
  /** Oldest sample the data source still keeps, epoch milliseconds; null when not known. */
  readonly oldestRetained: number | null;
}

export interface Ath {
  readonly peak: AthPeak;
  /** First and last moment any peak speaks of. */
  readonly since: number;
  readonly until: number;
  /** Share of samples present over the spans read, weighted by length; null when nobody says. */
  readonly coverage: number | null;
  /** False when `at` is older than the oldest data retained: kept, but nobody can check it any more. */
  readonly verifiable: boolean;
  /** Greater peaks that wait for a second view, greatest first. */
  readonly pending: readonly AthPeak[];
  /** Voids that took a peak away. */
  readonly voided: readonly PeakVoid[];
  /** All of the above in words. */
  readonly notes: readonly string[];
}

/** The all-time high a ledger holds. */
export function athOf(ledger: AthLedger, question: AthQuestion): Finding<Ath> {
  const asked = ledger.peaks.filter((p) => p.window === question.window && p.step === question.step);
  const voidedTimes = new Set(ledger.voids.map((v) => v.at));
  const voided = ledger.voids.filter((v) => asked.some((p) => p.at === v.at));
  const { speaking, outranked } = outrank(asked.filter((p) => !voidedTimes.has(p.at)));
  const { peak, pending } = climb(speaking);
  if (peak === null) {
    return asked.length === 0
      ? notFound('no peak is known yet', 'wait until history has been read')
      : notFound('every known peak was voided', 'read more history, or withdraw a void');
  }
  const verifiable = question.oldestRetained === null || peak.at >= question.oldestRetained;
  return found({
    peak,
    since: asked.reduce((least, p) => Math.min(least, p.from), Infinity),
    until: asked.reduce((most, p) => Math.max(most, p.to), -Infinity),
    coverage: coverageOf(asked),
    verifiable,
    pending,
    voided,
    notes: athNotes({ peak, verifiable, pending, voided, outranked }),
  });
}

function climb(peaks: readonly AthPeak[]): { readonly peak: AthPeak | null; readonly pending: readonly AthPeak[] } {
  let best: AthPeak | null = null;
  const doubted: AthPeak[] = [];
  for (const peak of [...peaks].sort(smallestFirst)) {
    if (best === null || counts(peak, best.value, peaks)) {
      best = best === null || peak.value > best.value ? peak : best;
    } else {
      doubted.push(peak);
    }
  }
  const top = best?.value ?? 0;
  return { peak: best, pending: doubted.filter((p) => p.value > top).reverse() };
}

/** Earliest of equals first; of equals at one moment, the origin that outranks. */
const smallestFirst = (a: AthPeak, b: AthPeak): number =>
  a.value - b.value || a.at - b.at || ORIGIN_RANK[b.origin] - ORIGIN_RANK[a.origin];

const ORIGIN_RANK = { local: 0, published: 1, recorded: 2 } as const;

function counts(peak: AthPeak, last: number, peaks: readonly AthPeak[]): boolean {
  const bar = NEEDS_SECOND_VIEW * last;
  if (peak.value <= bar || peak.origin === 'published' || (peak.secondView ?? 0) > bar) {
    return true;
  }
  return peaks.some((other) => other.value > bar && dayOf(other) !== dayOf(peak));
}

const dayOf = (peak: AthPeak): number => Math.floor(peak.at / DAY);

function coverageOf(peaks: readonly AthPeak[]): number | null {
  const read = peaks.filter((p) => p.coverage !== null && p.to > p.from);
  const length = read.reduce((total, p) => total + (p.to - p.from), 0);
  return length === 0 ? null : read.reduce((total, p) => total + (p.coverage ?? 0) * (p.to - p.from), 0) / length;
}
