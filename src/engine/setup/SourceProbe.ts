import { ok, type Result } from '../../domain/base/Result';
import type { Clock } from '../../ports/Clock';
import type { LabelledValue, Metrics, QueryFailure } from '../../ports/Metrics';
import { familyWindow } from '../sources/familyWindow';

const IN_FLIGHT = 3;

/** Asks one data source, never more than three questions at once. Rejects only with AbortError. */
export class SourceProbe {
  private inFlight = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly metrics: Metrics,
    private readonly clock: Clock,
    private readonly uid: string,
    readonly signal: AbortSignal
  ) {}

  now(): number {
    return this.clock.now();
  }

  /** @param ago how long ago the question is evaluated, milliseconds; 0 = the server's own now */
  instant(expr: string, ago = 0): Promise<Result<readonly LabelledValue[], QueryFailure>> {
    return this.inTurn(async () => {
      const answer = await this.metrics.instant(this.uid, expr, ago > 0 ? this.clock.now() - ago : null, this.signal);
      return answer.ok ? ok(answer.value.data) : answer;
    });
  }

  /** Names of metrics that had samples lately. */
  metricNames(pattern: string): Promise<Result<readonly string[], QueryFailure>> {
    return this.inTurn(() => this.metrics.metricNames(this.uid, pattern, familyWindow(this.clock.now()), this.signal));
  }

  private async inTurn<T>(ask: () => Promise<T>): Promise<T> {
    if (this.inFlight >= IN_FLIGHT) {
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.inFlight++;
    try {
      this.signal.throwIfAborted();
      return await ask();
    } finally {
      this.inFlight--;
      this.waiting.shift()?.();
    }
  }
}
