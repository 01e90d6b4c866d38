import { counterIncrease } from '../../domain/guards/counterIncrease';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { SIGNAL } from '../../domain/ramp/Signal';
import { newestOf } from './evidenceOf';

/** Counts requests the target failed beyond what it failed before the run. */
export class HarmMeter {
  private upTo: number | null = null;
  private failed = 0;

  constructor(private readonly usualRatio: number) {}

  add(target: SubjectSamples | undefined): void {
    const newest = newestOf(target, SIGNAL.requests);
    if (target === undefined || newest === null) {
      return;
    }
    if (this.upTo !== null && newest > this.upTo) {
      const errors = counterIncrease(target.series[SIGNAL.errors] ?? [], this.upTo, newest) ?? 0;
      const requests = counterIncrease(target.series[SIGNAL.requests] ?? [], this.upTo, newest) ?? 0;
      this.failed += Math.max(0, errors - this.usualRatio * requests);
    }
    this.upTo = newest;
  }

  get harmed(): number {
    return this.failed;
  }
}
