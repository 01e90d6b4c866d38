import type { ReportStep } from './RunReport';

/** Mean latency this many times that of the lightest step is where it has begun to rise. */
const RISE = 1.5;

export interface Knee {
  readonly rps: number;
  readonly words: string;
}

/** `knee` null = none was seen; `words` say why, or where it is. */
export interface KneeFound {
  readonly knee: Knee | null;
  readonly words: string;
}

/** The lowest demand from which mean latency is half above that of the lightest step, among the steps that were carried: one that failed is beyond it by definition. */
export function findKnee(steps: ReadonlyArray<Pick<ReportStep, 'result' | 'target'>>): KneeFound {
  const carried = steps.filter(({ result }) => result === 'carried').map(({ target }) => target);
  const known = carried.flatMap(({ demandRps: rps, meanSeconds: seconds }) => (rps === null || seconds === null || seconds <= 0 ? [] : [{ rps, seconds }])).sort((a, b) => a.rps - b.rps);
  const [first, ...others] = known;
  const last = others.at(-1);
  if (first === undefined || last === undefined) {
    return { knee: null, words: unknown(carried.length, known.length) };
  }
  const times = (seconds: number): string => (seconds / first.seconds).toFixed(1);
  const knee = others.find(({ seconds }) => seconds > RISE * first.seconds);
  if (knee !== undefined) {
    const words = `From ${Math.round(knee.rps)} requests/s on mean latency is ${times(knee.seconds)} times that at ${Math.round(first.rps)}.`;
    return { knee: { rps: knee.rps, words }, words };
  }
  const most = Math.max(...others.map(({ seconds }) => seconds));
  return { knee: null, words: `No knee up to ${Math.round(last.rps)} requests/s: mean latency was at most ${times(most)} times that at ${Math.round(first.rps)}.` };
}

function unknown(carried: number, known: number): string {
  if (carried === 0) {
    return 'No step was carried, so where latency begins to rise is not known.';
  }
  return known === 0 ? 'Latency is not in the metrics, so where it begins to rise is not known.' : 'Latency is known of one carried step only, so where it begins to rise is not known.';
}
