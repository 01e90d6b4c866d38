import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { bucketQuantile } from '../../domain/guards/bucketQuantile';
import type { NamedFigures, StepCurves, StepFigures } from '../../domain/ramp/RunReport';
import { SIGNAL } from '../../domain/ramp/Signal';
import { windowReading } from '../../domain/ramp/windowReading';
import { quantile } from '../../domain/stats/quantile';

/** Figures of one step out of raw samples. */
export function stepFiguresOf({ index, from, to }: { readonly index: number; readonly from: number; readonly to: number }, subjects: readonly SubjectSamples[]): StepCurves {
  const of = (role: SubjectSamples['role']): readonly NamedFigures[] => subjects.filter((s) => s.role === role).map((s) => ({ name: s.subject, ...figuresOf(s, from, to) }));
  const peers = of('peer');
  return { index, target: of('target')[0] ?? NOTHING, peers: meanFigures(peers), peerSpread: spreadOf(peers), apis: [], dependencies: of('dependency') };
}

const DEAREST = 0.9;

/** p90 of CPU per request over that of all together; null = not known of any. */
function spreadOf(peers: readonly StepFigures[]): number | null {
  const known = peers.flatMap(({ cpuCores, demandRps }) => (cpuCores === null || demandRps === null || demandRps <= 0 ? [] : [{ cpuCores, demandRps }]));
  const dear = quantile(known.map(({ cpuCores, demandRps }) => cpuCores / demandRps), DEAREST);
  const all = known.reduce((sum, { cpuCores }) => sum + cpuCores, 0) / known.reduce((sum, { demandRps }) => sum + demandRps, 0);
  return dear === null || !(all > 0) ? null : dear / all;
}

const NOTHING: StepFigures = { demandRps: null, cpuCores: null, memoryBytes: null, meanSeconds: null, p99Seconds: null, errorRatio: null };

/** Over the subject's own samples within the step: each instance is scraped at a time of its own, and a part of a scrape must not count as silence. */
function figuresOf(subject: SubjectSamples, stepFrom: number, stepTo: number): StepFigures {
  const own = (subject.series[SIGNAL.requests] ?? []).flatMap((one) => one.map((s) => s.at)).filter((at) => at >= stepFrom && at <= stepTo).sort((a, b) => a - b);
  const [from, to] = [own[0] ?? stepFrom, own.at(-1) ?? stepTo];
  const { demand, requests, errors, values } = windowReading(subject, from, to, null);
  const times = [...new Set((subject.buckets.at(-1)?.series ?? []).flatMap((one) => one.map((s) => s.at)))].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
  return {
    demandRps: demand,
    cpuCores: values.cpu ?? null,
    memoryBytes: (subject.series[SIGNAL.memory] ?? []).flat().filter((s) => s.at >= from && s.at <= to).at(-1)?.value ?? null,
    meanSeconds: values.latency ?? null,
    p99Seconds: times.length < 2 ? null : (bucketQuantile(subject.buckets, times, 0.99)?.seconds ?? null),
    errorRatio: requests === null || requests === 0 || subject.series[SIGNAL.errors] === undefined ? null : (errors ?? 0) / requests,
  };
}

/** Mean of those that are known, field by field. */
function meanFigures(all: readonly StepFigures[]): StepFigures {
  const mean = (pick: (f: StepFigures) => number | null): number | null => {
    const known = all.map(pick).filter((v) => v !== null);
    return known.length === 0 ? null : known.reduce((sum, v) => sum + v, 0) / known.length;
  };
  return {
    demandRps: mean((f) => f.demandRps),
    cpuCores: mean((f) => f.cpuCores),
    memoryBytes: mean((f) => f.memoryBytes),
    meanSeconds: mean((f) => f.meanSeconds),
    p99Seconds: mean((f) => f.p99Seconds),
    errorRatio: mean((f) => f.errorRatio),
  };
}
