import { SECOND } from '../../../domain/base/Duration';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { loadTestMetrics } from '../../../domain/promql/loadTestSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import { SIGNAL, type Signal } from '../../../domain/ramp/Signal';
import type { RawRow } from '../../../ports/Metrics';
import { matchCount, matchMembers } from './matchMembers';
import type { TelemetryFacts } from './Telemetry';

/** What the rest of the app knows of the service; null = not known. */
export type KnownOfService = Pick<TelemetryFacts, 'cores' | 'memoryBytes' | 'safeLimitRps' | 'peakTodayRps' | 'service' | 'autoscaler' | 'autoscalerUnknown' | 'alerts' | 'scrapeTimeoutMs'>;

export interface AboutTarget {
  readonly rows: readonly RawRow[];
  readonly subjects: readonly SubjectSamples[];
  readonly context: QuestionContext;
  /** Label that names an instance. */
  readonly label: string;
  readonly target: string;
  readonly members: readonly string[];
  readonly known: KnownOfService;
}

const GONE_SCRAPES = 2;

type FactsOfTarget = Pick<TelemetryFacts, 'signals' | 'buckets' | 'scrapeMs' | 'scrapeTimeoutMs' | 'version' | 'spec' | 'versionsInPool' | 'targetStartedSeconds' | 'targetMatches'>;

/** What the samples themselves say of the target and its pool. */
export function aboutTarget({ rows, subjects, context, label, target, members, known }: AboutTarget): FactsOfTarget {
  const own = subjects.find((s) => s.subject === target);
  const matched = matchMembers(members.includes(target) ? members : [...members, target], valuesOf(rows, label));
  const inPool = new Set([...matched.values()].flat());
  const poolRows = rows.filter((row) => inPool.has(row.labels[label] ?? ''));
  const targetRows = rows.filter((row) => (matched.get(target) ?? []).includes(row.labels[label] ?? ''));
  const { version, spec } = context.profile.labels;
  const scrapeMs = scrapeOf(own) ?? context.scrapeInterval;
  const timeout = newestOf(targetRows, loadTestMetrics(context).scrapeTimeout);
  return {
    signals: signalsOf(own),
    buckets: (own?.buckets.length ?? 0) > 0,
    scrapeMs,
    scrapeTimeoutMs: timeout === null ? known.scrapeTimeoutMs : timeout * SECOND,
    version: version === undefined ? null : (valuesOf(targetRows, version).at(-1) ?? null),
    spec: spec === undefined ? null : (valuesOf(targetRows, spec).at(-1) ?? null),
    versionsInPool: version === undefined ? null : someOrNull(valuesOf(poolRows, version)),
    targetStartedSeconds: own?.series[SIGNAL.startTime]?.[0]?.at(-1)?.value ?? null,
    targetMatches: Math.max(matchCount(target, matched), processesOf(own, scrapeMs)),
  };
}

/** An error counter may have no series before the first error: it is there when the profile knows one. */
function signalsOf(subject: SubjectSamples | undefined): ReadonlySet<Signal> {
  const counted = (name: Signal): boolean => (name === SIGNAL.errors || name === SIGNAL.rejects) && subject?.series[name] !== undefined;
  return new Set(Object.values(SIGNAL).filter((name) => (subject?.series[name]?.length ?? 0) > 0 || counted(name)));
}

/** Two processes may carry one name: each has a start time of its own. Those that are gone do not count. */
function processesOf(subject: SubjectSamples | undefined, scrapeMs: number): number {
  const newest = (subject?.series[SIGNAL.startTime] ?? []).map((one) => one.at(-1)?.at ?? -Infinity);
  return newest.filter((at) => at >= Math.max(...newest) - GONE_SCRAPES * scrapeMs).length;
}

/** Median distance of the target's samples, whole seconds; null with fewer than two. */
function scrapeOf(subject: SubjectSamples | undefined): number | null {
  const times = (subject?.series[SIGNAL.requests]?.[0] ?? []).map((s) => s.at);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at)).sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return median === undefined || median <= 0 ? null : Math.max(SECOND, Math.round(median / SECOND) * SECOND);
}

/** Distinct values of a label, the one sampled last at the end. */
function valuesOf(rows: readonly RawRow[], label: string): readonly string[] {
  const newest = new Map<string, number>();
  for (const { labels, samples } of rows) {
    const value = labels[label] ?? '';
    if (value !== '') {
      newest.set(value, Math.max(newest.get(value) ?? -Infinity, samples.at(-1)?.at ?? -Infinity));
    }
  }
  return [...newest].sort(([, a], [, b]) => a - b).map(([value]) => value);
}

const newestOf = (rows: readonly RawRow[], name: string): number | null => rows.find((row) => row.labels.__name__ === name)?.samples.at(-1)?.value ?? null;

const someOrNull = (values: readonly string[]): readonly string[] | null => (values.length === 0 ? null : values);
