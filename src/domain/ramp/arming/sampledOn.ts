import type { RawSeries } from '../../guards/RawSample';
import type { SubjectRole, SubjectSamples } from '../../guards/SubjectSamples';
import type { GuardFacts } from './GuardFacts';

/** Above this a limit only says that there is none (GOMEMLIMIT and executors publish the greatest integer). */
const UNLIMITED = 1e15;
const GREATEST_INT = 2_147_483_647;

export const subjectsOn = ({ subjects = [] }: GuardFacts, on: SubjectRole): readonly SubjectSamples[] => subjects.filter(({ role }) => role === on);

export const hasSamples = (series: readonly RawSeries[] | undefined): boolean => (series ?? []).some((one) => one.length > 0);

/** Who of a role does not publish a signal; null = nobody of the role does. */
export function without(facts: GuardFacts, on: SubjectRole, signal: string): readonly string[] | null {
  const all = subjectsOn(facts, on);
  const missing = all.filter(({ series }) => !hasSamples(series[signal])).map(({ subject }) => subject);
  return missing.length === all.length ? null : missing;
}

export const allPublish = (facts: GuardFacts, on: SubjectRole, signal: string): boolean => without(facts, on, signal)?.length === 0;

/** The newest value, summed over the series that reach so far; null = none. */
export function newestValue(series: readonly RawSeries[] | undefined): number | null {
  const last = (series ?? []).flatMap((one) => one.at(-1) ?? []);
  const newest = Math.max(...last.map(({ at }) => at));
  const now = last.filter(({ at, value }) => at === newest && Number.isFinite(value));
  return now.length === 0 ? null : now.reduce((sum, { value }) => sum + value, 0);
}

/** A limit that limits something. */
export const isLimit = (value: number | null): boolean => value !== null && value > 0 && value < UNLIMITED && value !== GREATEST_INT;

const SLOW_QUANTILE = 0.9;
const SECOND = 1000;

/** Time between samples of a signal, milliseconds: nine of ten gaps are no longer; whole seconds upwards. Null with fewer than two samples. */
export function everyMsOf(subjects: readonly SubjectSamples[], signal: string): number | null {
  const gaps = subjects.flatMap(({ series }) => (series[signal] ?? []).flatMap(gapsIn)).sort((a, b) => a - b);
  const gap = gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * SLOW_QUANTILE))];
  return gap === undefined ? null : Math.max(SECOND, Math.ceil(gap / SECOND - 0.1) * SECOND);
}

const gapsIn = (series: RawSeries): readonly number[] => series.slice(1).map(({ at }, i) => at - (series[i]?.at ?? at)).filter((gap) => gap > 0);
