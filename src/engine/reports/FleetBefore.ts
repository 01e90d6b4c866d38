import type { FleetRow } from '../../domain/capacity/FleetRow';
import { judgeService } from '../../domain/capacity/judgeService';
import type { ServiceBefore } from '../../domain/report/ServiceBefore';
import { peakFacts, type PeakFacts } from '../fleet/facts/peakFacts';
import type { FleetState } from '../fleet/FleetState';
import { MemoByInputs } from '../fleet/MemoByInputs';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { servicesOf } from '../fleet/servicesOf';
import type { WorkSlices } from '../fleet/WorkSlices';
import { factsBefore } from './factsBefore';
import { reachOf, type Reach } from './reachOf';
import { ReadingsThen } from './ReadingsThen';

const NONE: readonly never[] = [];

/** One profile, with what of it had been there. */
interface Then {
  readonly readings: ProfileReadings;
  readonly cut: ProfileReadings;
  readonly reach: Reach;
}

/** The fleet as of a past hour, worked out of the series that were read for the present one: nothing is stored, nothing more is asked. */
export class FleetBefore {
  private readonly cuts = new ReadingsThen();
  private readonly peaks = new MemoByInputs<PeakFacts>();

  /**
   * @param then a full hour, epoch milliseconds
   * @returns by service key
   * @throws AbortError when cancelled between slices
   */
  async of(state: FleetState, then: number, slices: WorkSlices): Promise<ReadonlyMap<string, ServiceBefore>> {
    const facts = new Map(state.view.services.map((f) => [f.service.key, f]));
    const before = new Map<string, ServiceBefore>();
    for (const readings of state.readings) {
      const past: Then = { readings, cut: this.cuts.of(readings, then), reach: reachOf(readings, then) };
      for (const { rowKey, service } of servicesOf(readings)) {
        const now = facts.get(service.key);
        if (now) {
          before.set(service.key, this.one({ facts: now, rowKey }, past, state, then));
        }
        await slices.breathe();
      }
    }
    return before;
  }

  private one({ facts, rowKey }: Pick<FleetRow, 'facts'> & { readonly rowKey: string }, past: Then, { context }: FleetState, then: number): ServiceBefore {
    if (!past.reach.reaches) {
      return { kind: 'unknown', reason: past.reach.reason };
    }
    const { key } = facts.service;
    const peaks = this.peaksThen(past.cut, rowKey, key, context, then);
    if (peaks.firstSeen === null) {
      return peaks.ath.figure.known ? { kind: 'unknown', reason: 'no samples of a week ago are kept, only a published peak' } : { kind: 'new' };
    }
    const stated = context.benchmarks.get(key) ?? NONE;
    const old = factsBefore({ facts, rowKey, readings: past.readings, cut: past.cut, peaks, stated, then, now: context.now });
    return { kind: 'known', row: { facts: old, judgement: judgeService(old, { growth: 0, now: then }) } };
  }

  /** Voids of today count: what is no peak now was none then. */
  private peaksThen(cut: ProfileReadings, rowKey: string, key: string, { aths, voids }: FleetState['context'], then: number): PeakFacts {
    const [published, voided] = [aths.get(key) ?? NONE, voids.get(key) ?? NONE];
    const inputs = [cut.history.get('daily-peak'), cut.history.get('daily-peak-while-failing'), cut.history.get('hourly-demand'), published, voided, then, ...cut.secondLooks.values()];
    return this.peaks.get(key, inputs, () => peakFacts(cut, rowKey, published.filter(({ at, step }) => at + step <= then), voided, then));
  }
}
