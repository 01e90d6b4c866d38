import { outboundFamilies } from '../catalogue/outboundFamilies';
import { guardMetrics } from '../catalogue/guardSignals';
import type { SelectorParts } from '../catalogue/parseSelector';
import type { CounterSource, Matcher } from '../catalogue/Profile';
import { anyOf } from './escapeRegex';
import { call, over, selector } from './Expr';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';

/** A metric of the operator's own guard, and what its ratio divides by. */
export interface OwnSelectors {
  readonly metric: SelectorParts;
  readonly of: SelectorParts | null;
}

/** Metrics a load test samples, by what they tell; null = the profile has none. */
export interface LoadTestMetrics {
  readonly requests: CounterSource;
  /** Matchers on the request counter, or a counter of its own. */
  readonly errors: { readonly matchers: readonly Matcher[] } | { readonly counter: CounterSource } | null;
  readonly rejects: { readonly matchers: readonly Matcher[] } | null;
  /** Name without suffix, and its units in a second. */
  readonly latency: { readonly metric: string; readonly perSecond: number; readonly buckets: boolean; readonly matchers: readonly Matcher[] } | null;
  /** CPU seconds of the same targets; other sources of CPU name pods, not targets. */
  readonly cpu: string | null;
  readonly memory: string;
  readonly startTime: string;
  readonly up: string;
  /** Only where Prometheus is told to publish it (`extra-scrape-metrics`). */
  readonly scrapeTimeout: string;
  /** In the order of the plan. */
  readonly own: readonly OwnSelectors[];
}

/** @param own of the plan */
export function loadTestMetrics({ profile, resource }: QuestionContext, own: readonly OwnSelectors[] = []): LoadTestMetrics {
  const { latency } = profile;
  return {
    requests: profile.requests,
    errors: profile.errors ?? null,
    rejects: profile.rejects ?? null,
    latency: latency === undefined || latency.kind === 'native' ? null : { metric: latency.metric, perSecond: latency.unit === 'milliseconds' ? 1000 : 1, buckets: latency.quantiles !== false, matchers: latency.matchers ?? [] },
    cpu: resource?.id === 'process' ? resource.detect : null,
    memory: 'process_resident_memory_bytes',
    startTime: 'process_start_time_seconds',
    up: 'up',
    scrapeTimeout: 'scrape_timeout_seconds',
    own,
  };
}

/**
 * Range selector of everything a load test samples of one service: one question a look whatever the number of instances,
 * never a rate.
 * @param range milliseconds
 * @param wanted for a report: also the calls the service makes to others; else what guards look at besides
 */
export function loadTestSamples(context: QuestionContext, range: number, wanted: 'report' | readonly OwnSelectors[] = []): string {
  const { requests, errors, latency, cpu, memory, startTime, up, scrapeTimeout } = loadTestMetrics(context);
  const names = [
    requests.metric,
    errors !== null && 'counter' in errors ? errors.counter.metric : null,
    ...(latency === null ? [] : histogram(latency.metric, latency.buckets)),
    cpu,
    memory,
    startTime,
    up,
    scrapeTimeout,
    ...(wanted === 'report' ? outboundFamilies.flatMap(({ metric }) => histogram(metric, true)) : [...guardMetrics, ...wanted.flatMap(namesOf)]),
  ].filter((name) => name !== null);
  const matchers: readonly Matcher[] = [{ label: '__name__', op: '=~', value: anyOf([...new Set(names)]) }, ...scopedMatchers(context)];
  return printExpr(over(selector(null, matchers), range));
}

const namesOf = ({ metric, of }: OwnSelectors): readonly string[] => [metric.metric, ...(of === null ? [] : [of.metric])];

const histogram = (metric: string, buckets: boolean): readonly string[] => [`${metric}_sum`, `${metric}_count`, ...(buckets ? [`${metric}_bucket`] : [])];

/** The server's own now, epoch seconds. */
export const serverTimeQuestion = (): string => printExpr(call('vector', call('time')));
