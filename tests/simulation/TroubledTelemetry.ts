import { err, type Result } from '../../src/domain/base/Result';
import type { StepCurves } from '../../src/domain/ramp/RunReport';
import type { Signal } from '../../src/domain/ramp/Signal';
import type { Telemetry, TelemetryFacts, TelemetryReading } from '../../src/engine/loadtest/telemetry/Telemetry';
import type { Trouble } from './Trouble';
import type { VirtualTime } from './VirtualTime';

/** Metrics that come late, or not at all. */
export class TroubledTelemetry implements Telemetry {
  readonly required: readonly Signal[];

  constructor(
    private readonly inner: Telemetry,
    private readonly time: VirtualTime,
    private readonly trouble: Trouble
  ) {
    this.required = inner.required;
  }

  async facts(signal: AbortSignal): Promise<Result<TelemetryFacts, string>> {
    await this.time.wait(this.trouble.telemetryDelay);
    return this.trouble.telemetryFails ? err('the data source does not answer') : this.inner.facts(signal);
  }

  async read(rangeMs: number, signal: AbortSignal): Promise<Result<TelemetryReading, string>> {
    // What was asked for is read at once and comes late.
    const read = this.inner.read(rangeMs, signal);
    await this.time.wait(this.trouble.telemetryDelay);
    return this.trouble.telemetryFails ? err('the data source does not answer') : read;
  }

  curves(steps: ReadonlyArray<{ readonly index: number; readonly from: number; readonly to: number }>, signal: AbortSignal): Promise<Result<readonly StepCurves[], string>> {
    return this.inner.curves(steps, signal);
  }
}
