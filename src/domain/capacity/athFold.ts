import type { AthLedger, AthPeak, CapacityThen, PeakVoid } from './AthPeak';

// Outline: the ledger is a set. Peaks that speak of the same moment, window, step and origin are one entry, joined by
// taking the greater value (then the union of what both know); voids are kept beside, never applied here. So folding
// is associative, commutative and idempotent: any order of visits, browsers and re-reads gives one ledger, and a
// re-read with less data can never lower it. What the all-time high *is* follows from the set (see athOf).

/**
 * Adds newly read or published peaks and voids. At one peak a day it grows by one entry a day and origin.
 * @throws RangeError naming a peak whose value, time, window or step cannot be
 */
export function athFold(ledger: AthLedger, peaks: readonly AthPeak[], voids: readonly PeakVoid[] = []): AthLedger {
  const entries = new Map<string, AthPeak>();
  for (const peak of [...ledger.peaks, ...peaks]) {
    checkPeak(peak);
    const key = JSON.stringify([peak.at, peak.window, peak.step, peak.origin]);
    const before = entries.get(key);
    entries.set(key, before ? join(before, peak) : peak);
  }
  return {
    peaks: [...entries].sort(byKey).map(([, peak]) => peak),
    voids: joinVoids([...ledger.voids, ...voids]),
  };
}

function checkPeak({ value, at, window, step }: AthPeak): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`invalid peak: ${value} requests/s (a finite number, 0 or more, is needed)`);
  }
  if (!Number.isFinite(at) || !(window > 0) || !(step > 0)) {
    throw new RangeError(`invalid peak: at ${at}, window ${window} ms, step ${step} ms`);
  }
}

/** What both say of one moment: the greater value with what belongs to it, and the union of what was looked at. */
function join(a: AthPeak, b: AthPeak): AthPeak {
  const more = a.value >= b.value ? a : b;
  const equal = a.value === b.value;
  return {
    ...more,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    coverage: greaterOf(a.coverage, b.coverage),
    secondView: greaterOf(a.secondView, b.secondView),
    censored: equal ? a.censored || b.censored : more.censored,
    source: equal ? leastText(a.source, b.source) : more.source,
    capacityThen: equal ? joinCapacity(a.capacityThen, b.capacityThen) : more.capacityThen,
  };
}

function joinCapacity(a: CapacityThen | null, b: CapacityThen | null): CapacityThen | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return { instances: greaterOf(a.instances, b.instances), limit: greaterOf(a.limit, b.limit) };
}

/** One void a moment; the first in the order of their words speaks. */
function joinVoids(voids: readonly PeakVoid[]): PeakVoid[] {
  const byTime = new Map<number, PeakVoid>();
  const words = (v: PeakVoid) => JSON.stringify([v.by, v.reason]);
  for (const candidate of voids) {
    const before = byTime.get(candidate.at);
    byTime.set(candidate.at, before && words(before) <= words(candidate) ? before : candidate);
  }
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

const byKey = ([a, p]: [string, AthPeak], [b, q]: [string, AthPeak]): number => p.at - q.at || compareText(a, b);

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const leastText = (a: string, b: string): string => (a <= b ? a : b);

const greaterOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
