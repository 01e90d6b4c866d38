import type { JudgeMetric, JudgeWindow, WindowReading } from '../canary/Judge';
import type { LoadCurve } from '../capacity/LoadCurve';
import { counterIncrease } from '../guards/counterIncrease';
import type { RawSeries } from '../guards/RawSample';
import type { SubjectSamples } from '../guards/SubjectSamples';
import type { GuardFacts } from './guardSpecs';
import { sampledSpan } from './sampledSpan';
import { SIGNAL } from './Signal';

/** Names under which the judge gets what is measured. */
export const JUDGED = { latency: 'latency', tail: 'tail', cpu: 'cpu' } as const;

/** One instance in one window: growth between its own samples, over the time between them. */
export function windowReading({ series, buckets }: SubjectSamples, from: number, to: number, slowSeconds: number | null): WindowReading {
  const grown = (name: string): Grown | null => grownIn(series[name] ?? [], from, to);
  const requests = grown(SIGNAL.requests);
  const timed = grown(SIGNAL.latencyCount)?.by ?? null;
  const spent = grown(SIGNAL.latencySum)?.by ?? null;
  const fast = slowSeconds === null ? null : (grownIn(buckets.find((b) => b.le >= slowSeconds)?.series ?? [], from, to)?.by ?? null);
  return {
    demand: rateOf(requests),
    requests: requests?.by ?? null,
    errors: requests === null ? null : (grown(SIGNAL.errors)?.by ?? 0),
    values: {
      [JUDGED.latency]: spent === null || timed === null || timed <= 0 ? null : spent / timed,
      [JUDGED.tail]: fast === null || timed === null || timed <= 0 ? null : Math.max(0, 1 - fast / timed),
      [JUDGED.cpu]: rateOf(grown(SIGNAL.cpu)),
    },
  };
}

interface Grown {
  readonly by: number;
  readonly seconds: number;
}

function grownIn(series: readonly RawSeries[], from: number, to: number): Grown | null {
  const span = sampledSpan(series, from, to);
  const by = span === null ? null : counterIncrease(series, span.from, span.to);
  return span === null || by === null ? null : { by, seconds: (span.to - span.from) / 1000 };
}

const rateOf = (grown: Grown | null): number | null => (grown === null ? null : grown.by / grown.seconds);

/** Target and peers over one window. In a side-by-side comparison the other version alone is the peer. */
export function judgeWindow(subjects: readonly SubjectSamples[], pairedWith: string | null, from: number, to: number, slowSeconds: number | null): JudgeWindow | null {
  const target = subjects.find((s) => s.role === 'target');
  if (target === undefined) {
    return null;
  }
  const peers = subjects.filter((s) => s.role === 'peer' && (pairedWith === null || s.subject === pairedWith));
  const read = (subject: SubjectSamples): WindowReading => windowReading(subject, from, to, slowSeconds);
  return { from, to, target: read(target), peers: peers.map(read) };
}

/**
 * What the judge is asked about: mean latency, the part of requests above the p99 limit, and CPU cost, where they are
 * measured. Errors are part of every window. @param curve mean latency of earlier runs at load
 */
export function judgedMetrics({ signals, buckets }: Pick<GuardFacts, 'signals' | 'buckets'>, p99Limit: number | null, curve: LoadCurve | null = null): readonly JudgeMetric[] {
  const latency: JudgeMetric = { name: JUDGED.latency, kind: 'latency', unit: 'seconds', curve, absoluteLimit: p99Limit };
  const slow: JudgeMetric = { name: JUDGED.tail, kind: 'tail', unit: '', curve: null, absoluteLimit: null };
  const cpu: JudgeMetric = { name: JUDGED.cpu, kind: 'cost', unit: 'cores', curve: null, absoluteLimit: null };
  const timed = signals.has(SIGNAL.latencyCount);
  return [...(timed && signals.has(SIGNAL.latencySum) ? [latency] : []), ...(timed && buckets && p99Limit !== null ? [slow] : []), ...(signals.has(SIGNAL.cpu) ? [cpu] : [])];
}
