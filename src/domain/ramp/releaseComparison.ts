import { benchmarkChange, type BenchmarkChange } from '../capacity/benchmarkChange';
import type { DemandInterval } from './Outcome';

/** What an earlier run found one instance to carry. */
export interface EarlierBenchmark {
  readonly runId: string;
  /** When it ended, epoch milliseconds. */
  readonly at: number;
  readonly version: string | null;
  readonly spec: string | null;
  readonly interval: DemandInterval;
}

export interface ReleaseComparison extends BenchmarkChange {
  readonly against: EarlierBenchmark;
}

interface This {
  readonly interval: DemandInterval | null;
  readonly version: string | null;
  readonly spec: string | null;
}

/** This run beside the newest of another version on the same spec, or beside the newest of the same version where there is no other. */
export function releaseComparison({ interval, version, spec }: This, earlier: readonly EarlierBenchmark[]): { readonly comparison: ReleaseComparison | null; readonly words: string } {
  if (interval === null) {
    return { comparison: null, words: 'This run gives no benchmark to compare.' };
  }
  const same = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  const newest = [...earlier].sort((a, b) => b.at - a.at).filter((one) => same(one.spec, spec));
  const against = newest.find((one) => !same(one.version, version)) ?? newest[0];
  const change = against === undefined ? null : benchmarkChange(against.interval, interval);
  return against === undefined || change === null
    ? { comparison: null, words: earlier.length === 0 ? 'No earlier run of this service found a benchmark.' : 'No earlier run on this instance spec found a benchmark.' }
    : { comparison: { ...change, against }, words: wordsOf(change, against, version) };
}

function wordsOf(change: BenchmarkChange, { runId, at, version: then }: EarlierBenchmark, version: string | null): string {
  const before = `run ${runId} of ${new Date(at).toISOString().slice(0, 10)}`;
  const release = then !== null && version !== null && then !== version;
  const [who, than] = release ? [`This release (${version})`, `${then} did (${before})`] : ['This run', `${before}${then === null ? '' : `, of the same version ${then}`}`];
  return `${who} carries ${amountOf(change)} ${than}, interval ${bound(change.low)} to ${bound(change.high)}${isTold(change) ? '' : ': the two cannot be told apart'}.`;
}

function amountOf({ change }: BenchmarkChange): string {
  const size = Math.abs(Math.round(change * 100));
  return size === 0 ? 'as much per instance as' : `${size} % ${change < 0 ? 'less' : 'more'} per instance than`;
}

/** No change at all lies outside of the interval. */
const isTold = ({ low, high }: BenchmarkChange): boolean => (low !== null && low > 0) || (high !== null && high < 0);

const bound = (share: number | null): string => (share === null ? 'open' : `${share < 0 ? '-' : '+'}${Math.abs(Math.round(share * 100))} %`);
