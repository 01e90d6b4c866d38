import type { Figure } from '../../domain/base/Figure';
import type { Evidence } from '../../domain/base/Evidence';
import type { Series } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { PeakFact, ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { StoredBenchmark } from '../../ports/BenchmarkStore';
import type { FillProgress } from '../FillProgress';
import type { Notice } from '../Notice';

/** One thing against demand per instance, with what was fitted to it. */
export interface FitView {
  readonly what: 'cpu' | 'p99' | 'in-flight';
  readonly unit: 'cores' | 'seconds' | 'requests';
  /** Hourly points, one instance's share. */
  readonly points: ReadonlyArray<{ readonly demand: number; readonly value: number; readonly at: number; readonly version: string | null }>;
  /** Line and two-sided 90 % prediction band over the drawn range, or why there is none. */
  readonly fit:
    | {
        readonly ok: true;
        readonly line: ReadonlyArray<{ readonly demand: number; readonly fitted: number; readonly low: number; readonly high: number; readonly extrapolated: boolean }>;
        readonly slope: number;
        readonly intercept: number;
        /** Null where the values are all equal: nothing varies that could be explained. */
        readonly r2: number | null;
        readonly n: number;
      }
    | { readonly ok: false; readonly reason: string };
  /** Value that must not be passed (80 % of the cores, latency limit, concurrency limit) and the demand at which the band passes it. */
  readonly limit: { readonly value: number; readonly text: string; readonly demand: Figure } | null;
  readonly evidence: Evidence;
}

export interface ApiView {
  readonly route: string;
  /** Share of the service's requests over the range. */
  readonly loadShare: Figure;
  readonly demand: Figure;
  readonly p99: Figure;
  readonly demandSeries: Series | null;
}

export interface ResourceView {
  readonly resource: string;
  readonly use: Figure;
  readonly series: Series | null;
}

export interface LedgerEntryView {
  readonly at: number;
  readonly value: number;
  readonly window: number;
  readonly censored: boolean;
  readonly origin: 'this browser' | 'published' | 'recorded';
  readonly by: string | null;
  readonly voided: { readonly by: string; readonly reason: string } | null;
}

/** What the service page draws. */
export interface ServiceView {
  readonly state: 'loading' | 'ready' | 'not-found';
  readonly facts: ServiceFacts | null;
  readonly range: TimeWindow;
  /** Demand over the range, and the demand the deployed instances carried at each moment under the policy. */
  readonly demand: Series | null;
  readonly capacity: Series | null;
  /** Ready instances over the range. */
  readonly instances: Series | null;
  readonly demandEvidence: Evidence;
  readonly peaks: {
    readonly minute: PeakFact;
    readonly hour: PeakFact;
    readonly day: PeakFact;
    readonly ath: PeakFact;
    /** Daily peaks by the start of their UTC day, newest last. */
    readonly daily: Series | null;
    readonly ledger: readonly LedgerEntryView[];
  };
  /** Median demand of each hour of the week, Monday 00:00 first, in the dashboard's time zone; null gaps. */
  readonly hourOfWeek: ReadonlyArray<number | null> | null;
  readonly fits: readonly FitView[];
  readonly apis: readonly ApiView[];
  readonly apisNote: string | null;
  readonly resources: readonly ResourceView[];
  readonly autoscaler: { readonly min: Figure; readonly max: Figure; readonly desired: Figure; readonly lag: Figure } | null;
  readonly benchmarks: readonly StoredBenchmark[];
  readonly notices: readonly Notice[];
  readonly progress: FillProgress | null;
  readonly currency: string;
}
