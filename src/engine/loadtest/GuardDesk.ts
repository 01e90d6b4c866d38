import { evaluateGuard } from '../../domain/guards/evaluateGuard';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import { guardReading } from '../../domain/ramp/guardReading';
import type { NamedGuard } from '../../domain/ramp/guardSpecs';
import type { GuardReading } from '../../domain/ramp/Observation';

/** Evaluates the guards at every scrape: samples that did not change are not looked at twice, except that they grow old. */
export class GuardDesk {
  private seen: readonly SubjectSamples[] | null = null;
  private serving: boolean | null = null;
  /** Keeper's time from which the same samples say something else, because one of them is a scrape older. */
  private until = -Infinity;
  private newest = 0;
  private last: readonly GuardReading[] = [];

  constructor(
    private readonly guards: readonly NamedGuard[],
    private readonly scrapeMs: number
  ) {}

  /** @param now keeper's clock; @param serving the target serves, null = not known */
  evaluate(subjects: readonly SubjectSamples[], serving: boolean | null, now: number): readonly GuardReading[] {
    const { newest, until } = this.agesOf(subjects, now);
    const same = (this.seen === subjects || newest === this.newest) && serving === this.serving && now < this.until;
    if (!same) {
      const samples = { scrapeMs: this.scrapeMs, subjects, router: serving === null ? null : { targetServing: serving } };
      this.last = this.guards.map((guard) => guardReading(guard, evaluateGuard(guard.spec, samples, now)));
      Object.assign(this, { seen: subjects, serving, newest, until });
    }
    return this.last;
  }

  /** A sum over the newest samples, which grows with every new one, and when the first of them grows a scrape older. */
  private agesOf(subjects: readonly SubjectSamples[], now: number): { readonly newest: number; readonly until: number } {
    if (this.seen === subjects) {
      return { newest: this.newest, until: this.until };
    }
    let newest = 0;
    let until = Infinity;
    for (const { series } of subjects) {
      for (const one of Object.values(series).flat()) {
        const at = one.at(-1)?.at ?? 0;
        newest += at + one.length;
        until = Math.min(until, at + (Math.floor((now - at) / this.scrapeMs) + 1) * this.scrapeMs);
      }
    }
    return { newest, until };
  }
}
