import type { Result } from '../src/domain/base/Result';
import type { TimeWindow } from '../src/domain/base/TimeWindow';
import type { Clock } from '../src/ports/Clock';
import type { Answer, LabelledSeries, LabelledValue, Metrics, QueryFailure } from '../src/ports/Metrics';

/**
 * Passes everything on and counts what was asked and what it cost the server. The made-up history ends in the past, so
 * "the server's own now" becomes the clock's.
 */
export class CountingMetrics implements Metrics {
  private readonly expressions = new Set<string>();
  private requests = 0;
  private samples = 0;
  private peakSamples = 0;
  private bytes = 0;

  constructor(
    private readonly inner: Metrics,
    private readonly clock: Clock
  ) {}

  get counts() {
    const { requests, samples, peakSamples, bytes } = this;
    return { expressions: this.expressions.size, requests, samples, peakSamples, bytes };
  }

  async instant(
    source: string,
    expr: string,
    at: number | null,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>> {
    return this.count(expr, await this.inner.instant(source, expr, at ?? this.clock.now(), signal));
  }

  async range(
    source: string,
    expr: string,
    window: TimeWindow,
    step: number,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>> {
    return this.count(expr, await this.inner.range(source, expr, window, step, signal));
  }

  metricNames(
    source: string,
    pattern: string,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<readonly string[], QueryFailure>> {
    return this.inner.metricNames(source, pattern, window, signal);
  }

  private count<T>(expr: string, outcome: Result<Answer<T>, QueryFailure>): Result<Answer<T>, QueryFailure> {
    this.expressions.add(expr);
    this.requests++;
    if (outcome.ok) {
      const { samples, peakSamples, bytes } = outcome.value.stats;
      this.samples += samples ?? 0;
      this.peakSamples = Math.max(this.peakSamples, peakSamples ?? 0);
      this.bytes += bytes;
    }
    return outcome;
  }
}
