import type { GuardResult } from './GuardResult';
import type { GuardSamples } from './GuardSamples';
import type { StaleGuard } from './GuardSpec';
import { noEvidence } from './noEvidence';
import type { RawSeries } from './RawSample';

const FRESH_SCRAPES = 2;
const CLOCK_TOLERANCE_MS = 1000;

/** No data under load is a failure: a target too busy to be scraped is no healthy target. */
export function evaluateStale(spec: StaleGuard, { scrapeMs, subjects }: GuardSamples, now: number): GuardResult {
  const asked = subjects.filter((s) => s.role === spec.on);
  if (asked.length === 0) {
    return noEvidence(spec, 'stop', `there are no samples of any ${spec.on}`);
  }
  const limit = FRESH_SCRAPES * scrapeMs;
  const ages = asked.flatMap(({ subject, series }) => spec.signals.map((signal) => ({ subject, signal, age: now - newest(series[signal] ?? []) })));
  const [worst] = ages.sort((a, b) => Math.abs(b.age) - Math.abs(a.age));
  if (worst === undefined) {
    return noEvidence(spec, 'pass', 'no series is required');
  }
  return ofAge(spec, worst, limit);
}

function ofAge(spec: StaleGuard, { subject, signal, age }: { subject: string; signal: string; age: number }, limit: number): GuardResult {
  const fresh = age <= limit && age >= -CLOCK_TOLERANCE_MS;
  const result = noEvidence(spec, fresh ? 'pass' : 'stop', `${signal} of ${subject}: ${tellAge(age)}, at most ${limit / 1000} s are allowed`, subject);
  return Number.isFinite(age)
    ? { ...result, value: age / 1000, limit: limit / 1000, distance: (limit - age) / limit, evidence: { ...result.evidence, ageMs: age } }
    : { ...result, limit: limit / 1000 };
}

function tellAge(age: number): string {
  const seconds = (Math.abs(age) / 1000).toFixed(1);
  return age === Infinity ? 'there is no sample' : `the newest sample is ${seconds} s ${age < 0 ? 'in the future' : 'old'}`;
}

function newest(series: readonly RawSeries[]): number {
  return series.flat().reduce((latest, { at, value }) => (Number.isFinite(value) ? Math.max(latest, at) : latest), -Infinity);
}
