import { matchesLabels } from '../../../domain/catalogue/matchesLabels';
import { outboundFamilies, type OutboundFamily } from '../../../domain/catalogue/outboundFamilies';
import type { Matcher } from '../../../domain/catalogue/Profile';
import type { RawSeries } from '../../../domain/guards/RawSample';
import type { BucketSamples, SubjectSamples } from '../../../domain/guards/SubjectSamples';
import type { LoadTestMetrics } from '../../../domain/promql/loadTestSamples';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { RawRow } from '../../../ports/Metrics';
import { matchMembers } from './matchMembers';
import { resourceSeries } from './resourceSeries';

/** Members of the pool, and the label that names them in the metrics. */
export interface SubjectNames {
  readonly label: string;
  readonly members: readonly string[];
  readonly target: string;
}

/** Raw rows sorted by member and signal; a member without rows is left out. */
export function subjectsOf(rows: readonly RawRow[], metrics: LoadTestMetrics, { label, members, target }: SubjectNames): readonly SubjectSamples[] {
  const byValue = rowsBy(rows, label);
  const matched = matchMembers(members, [...byValue.keys()]);
  return members.flatMap((member) => {
    const own = (matched.get(member) ?? []).flatMap((value) => byValue.get(value) ?? []);
    return own.length === 0 ? [] : [subjectOf(member, member === target ? 'target' : 'peer', own, metrics)];
  });
}

/** Rows of one instance told apart by route: each as if it were an instance of its own. */
export function routesOf(rows: readonly RawRow[], metrics: LoadTestMetrics, route: string): readonly SubjectSamples[] {
  const named = rows.filter((row) => (row.labels[route] ?? '') !== '');
  return [...rowsBy(named, route)].map(([name, own]) => subjectOf(name, 'dependency', own, metrics));
}

/** Calls made to others, by who is called; over all instances of the service. */
export function dependenciesOf(rows: readonly RawRow[]): readonly SubjectSamples[] {
  return outboundFamilies.flatMap((family) => {
    const own = rows.filter(({ labels }) => (labels.__name__ ?? '').startsWith(family.metric) && (labels[family.peer] ?? '') !== '');
    return [...rowsBy(own, family.peer)].map(([name, calls]) => dependencyOf(name, calls, family));
  });
}

function dependencyOf(name: string, rows: readonly RawRow[], { metric, perSecond, errors }: OutboundFamily): SubjectSamples {
  const calls = named(rows, `${metric}_count`);
  const series = { [SIGNAL.requests]: samplesOf(calls), ...(errors !== undefined && { [SIGNAL.errors]: samplesOf(matching(calls, errors)) }), ...latencyOf(rows, metric, perSecond) };
  return { subject: name, role: 'dependency', series, buckets: bucketsOf(named(rows, `${metric}_bucket`), perSecond) };
}

function subjectOf(subject: string, role: SubjectSamples['role'], rows: readonly RawRow[], metrics: LoadTestMetrics): SubjectSamples {
  const asked = requestSubject(subject, role, rows, metrics);
  const series: Record<string, readonly RawSeries[]> = {
    ...asked.series,
    [SIGNAL.memory]: samplesOf(named(rows, metrics.memory)),
    [SIGNAL.startTime]: samplesOf(named(rows, metrics.startTime)),
    [SIGNAL.up]: only(samplesOf(named(rows, metrics.up))),
    ...(metrics.cpu !== null && { [SIGNAL.cpu]: samplesOf(named(rows, metrics.cpu)) }),
    ...resourceSeries(rows, metrics.own),
  };
  return { ...asked, series };
}

/** Requests, failures, rejects and latency alone. */
export function requestSubject(subject: string, role: SubjectSamples['role'], rows: readonly RawRow[], metrics: LoadTestMetrics): SubjectSamples {
  const requests = matching(named(rows, metrics.requests.metric), metrics.requests.matchers ?? []);
  const series: Record<string, readonly RawSeries[]> = {
    [SIGNAL.requests]: samplesOf(requests),
    ...(metrics.errors !== null && { [SIGNAL.errors]: samplesOf('counter' in metrics.errors ? matching(named(rows, metrics.errors.counter.metric), metrics.errors.counter.matchers ?? []) : matching(requests, metrics.errors.matchers)) }),
    ...(metrics.rejects !== null && { [SIGNAL.rejects]: samplesOf(matching(requests, metrics.rejects.matchers)) }),
  };
  const { latency } = metrics;
  if (latency === null) {
    return { subject, role, series, buckets: [] };
  }
  const timed = matching(rows, latency.matchers);
  const buckets = latency.buckets ? bucketsOf(named(timed, `${latency.metric}_bucket`), latency.perSecond) : [];
  return { subject, role, series: { ...series, ...latencyOf(timed, latency.metric, latency.perSecond) }, buckets };
}

function rowsBy(rows: readonly RawRow[], label: string): ReadonlyMap<string, RawRow[]> {
  const found = new Map<string, RawRow[]>();
  for (const row of rows) {
    const value = row.labels[label] ?? '';
    const same = found.get(value);
    if (same) {
      same.push(row);
    } else {
      found.set(value, [row]);
    }
  }
  return found;
}

/** Scraped by two jobs, nobody can tell whose health counts: then it is not told. */
const only = (all: readonly RawSeries[]): readonly RawSeries[] => (all.length === 1 ? all : []);

const named = (rows: readonly RawRow[], name: string): readonly RawRow[] => rows.filter((row) => row.labels.__name__ === name);

const samplesOf = (rows: readonly RawRow[]): readonly RawSeries[] => rows.map((row) => row.samples);

const matching = (rows: readonly RawRow[], matchers: readonly Matcher[]): readonly RawRow[] => rows.filter((row) => matchesLabels(row.labels, matchers));

function latencyOf(rows: readonly RawRow[], metric: string, perSecond: number): Record<string, readonly RawSeries[]> {
  const spent = samplesOf(named(rows, `${metric}_sum`)).map((one) => one.map(({ at, value }) => ({ at, value: value / perSecond })));
  return { [SIGNAL.latencySum]: spent, [SIGNAL.latencyCount]: samplesOf(named(rows, `${metric}_count`)) };
}

function bucketsOf(rows: readonly RawRow[], perSecond: number): readonly BucketSamples[] {
  const byBound = new Map<number, RawSeries[]>();
  for (const { labels, samples } of rows) {
    const le = labels.le === '+Inf' ? Infinity : Number(labels.le) / perSecond;
    byBound.set(le, [...(byBound.get(le) ?? []), samples]);
  }
  return [...byBound].filter(([le]) => !Number.isNaN(le)).sort(([a], [b]) => a - b).map(([le, series]) => ({ le, series }));
}
