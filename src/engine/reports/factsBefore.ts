import { HOUR } from '../../domain/base/Duration';
import { known, unknown, type Figure } from '../../domain/base/Figure';
import { onlyKey } from '../../domain/base/onlyKey';
import { pointsOf } from '../../domain/base/Series';
import type { Benchmark, NoBenchmark } from '../../domain/capacity/Benchmark';
import { chooseBenchmark } from '../../domain/capacity/chooseBenchmark';
import { isBenchmark } from '../../domain/capacity/isBenchmark';
import { mixedSpecBenchmark } from '../../domain/capacity/mixedSpecBenchmark';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { Kpi } from '../../domain/promql/Question';
import type { StoredBenchmark } from '../../ports/BenchmarkStore';
import { cpuEstimate } from '../fleet/facts/cpuEstimate';
import { historyEvidence } from '../fleet/facts/evidence';
import { refusalOf } from '../fleet/facts/benchmarkFact';
import { historyOf } from '../fleet/facts/historyOf';
import { hourlyPoints } from '../fleet/facts/hourlyPoints';
import type { PeakFacts } from '../fleet/facts/peakFacts';
import type { ProfileReadings } from '../fleet/ProfileReadings';

export interface PastOf {
  /** The service as it is now. */
  readonly facts: ServiceFacts;
  readonly rowKey: string;
  readonly readings: ProfileReadings;
  /** The same, cut at `then`. */
  readonly cut: ProfileReadings;
  readonly peaks: PeakFacts;
  /** Stated for this service, at any time. */
  readonly stated: readonly StoredBenchmark[];
  /** A full hour, epoch milliseconds. */
  readonly then: number;
  readonly now: number;
}

const NOT_KEPT = unknown('share', 'errors of a week ago are not kept');

/**
 * Facts of a service as of a past hour: peaks, demand, instances, versions and stated benchmarks are those of then;
 * policy, prices, zones, autoscaler, bursts, skew and what CPU says are held as they are now, so that a difference is
 * one of demand, instances or benchmarks, never of measuring.
 */
export function factsBefore(past: PastOf): ServiceFacts {
  const { facts, peaks } = past;
  const versions = versionsThen(past);
  return {
    ...facts,
    demandNow: hourFigure(past, 'hourly-demand', 'reqps', 'no requests were counted in that hour'),
    errorRatio: NOT_KEPT,
    ath: peaks.ath,
    thirdPeak: peaks.thirdPeak,
    firstSeen: peaks.firstSeen,
    instances: rounded(hourFigure(past, 'hourly-instances', 'instances', 'no instance reported in that hour')),
    // How they stood over zones is not kept; over how many, is taken to be the same.
    zones: new Map(),
    declaredZones: facts.zones.size >= 2 ? facts.zones.size : facts.declaredZones,
    versions,
    benchmark: benchmarkThen(past, [...versions.keys()]),
    lastSeen: lastSeenThen(past),
  };
}

function hourFigure({ cut, rowKey, then }: PastOf, kpi: Kpi, unit: 'reqps' | 'instances', absent: string): Figure {
  const history = historyOf(cut, kpi, rowKey);
  if (!history.known) {
    return unknown(unit, history.reason, history.next);
  }
  const evidence = historyEvidence(cut.source, history.question, history.answer, null);
  const value = hourlyPoints(cut, kpi, rowKey).get(then - HOUR);
  return value === undefined ? unknown(unit, absent, undefined, evidence) : known(value, unit, 'measured', evidence);
}

/** The mean of an hour in which one instance was replaced is not whole: the nearest count is what stood there. */
const rounded = (figure: Figure): Figure => (figure.known ? { ...figure, value: Math.round(figure.value) } : figure);

function versionsThen({ cut, rowKey, then }: PastOf): ReadonlyMap<string, number> {
  const label = cut.source.context.profile.labels.version;
  const history = historyOf(cut, 'hourly-instances', rowKey);
  const versions = new Map<string, number>();
  for (const { labels, series } of label !== undefined && history.known ? history.rows : []) {
    const name = labels[label ?? ''];
    const count = series.values[(then - series.start) / series.step] ?? NaN;
    if (name && count > 0) {
      versions.set(name, (versions.get(name) ?? 0) + count);
    }
  }
  return versions;
}

function benchmarkThen(past: PastOf, versions: readonly string[]): Benchmark | NoBenchmark {
  const { facts, then } = past;
  const stated = past.stated.map(({ benchmark }) => benchmark).filter(({ at }) => at <= then);
  const running = { versions, now: then };
  const estimate = stated.length > 0 ? null : estimateOf(past);
  // An estimate is made anew at each look: it counts as made then.
  const candidates = estimate && isBenchmark(estimate) ? [...stated, { ...estimate, at: then }] : stated;
  const otherwise = estimate && !isBenchmark(estimate) ? estimate : { reason: 'no benchmark', next: 'Run a load test, or declare one.' };
  return (mixedSpecBenchmark(facts.specs, stated, running) ?? chooseBenchmark(candidates, { ...running, spec: onlyKey(facts.specs) }, otherwise)).chosen;
}

/** What CPU says; worked out anew only where a benchmark stated since has taken its place. */
function estimateOf({ facts, readings, rowKey, now }: PastOf): Benchmark | NoBenchmark {
  const { benchmark } = facts;
  if (!isBenchmark(benchmark) || benchmark.origin === 'estimated') {
    return benchmark;
  }
  const estimate = cpuEstimate(readings, rowKey, facts.coresPerInstance, onlyKey(facts.specs), now);
  return 'kind' in estimate && estimate.kind === 'estimate' ? estimate.benchmark : refusalOf(estimate);
}

function lastSeenThen({ cut, rowKey }: PastOf): number | null {
  const hours = [...hourlyPoints(cut, 'hourly-demand', rowKey).keys()];
  if (hours.length > 0) {
    return Math.max(...hours) + HOUR;
  }
  const daily = historyOf(cut, 'daily-peak', rowKey);
  const series = daily.known ? daily.rows[0]?.series : undefined;
  return series ? (pointsOf(series).at(-1)?.at ?? null) : null;
}
