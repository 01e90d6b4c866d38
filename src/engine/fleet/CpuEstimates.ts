import { valueOf, type Figure } from '../../domain/base/Figure';
import type { NoBenchmark } from '../../domain/capacity/Benchmark';
import type { CpuEstimate } from '../../domain/capacity/CpuEstimate';
import type { Kpi } from '../../domain/promql/Question';
import type { HistoryView } from '../queries/HistoryView';
import { cpuEstimate } from './facts/cpuEstimate';
import { historyOf } from './facts/historyOf';
import { MemoByInputs } from './MemoByInputs';
import type { ProfileReadings } from './ProfileReadings';
import type { FoundService } from './servicesOf';

type Estimate = CpuEstimate | NoBenchmark;

/** What an estimate is made of; for what is waited for, and for which versions of it an estimate stands. */
const INPUTS: readonly Kpi[] = ['hourly-cores', 'hourly-demand', 'hourly-instances', 'hourly-latency'];

/** With no more than the newest hours missing an estimate is what it will be: the ledger's picture is not kept waiting. */
const WHOLE = 0.97;

const READING: NoBenchmark = { reason: 'history is being read', next: 'Wait for the first fill.' };

const NEWEST_TO_COME = 'the newest hours are being read; the estimate is made again when they are in';

/**
 * Estimates of the services of a fleet. A regression for each of a thousand services is dear, so one is made when at
 * least 97 % of its hours are there, stands while the rest comes in (and says so), and is made again when all is read.
 * Other cores or another instance spec make it another estimate, at once.
 */
export class CpuEstimates {
  private readonly made = new MemoByInputs<Estimate>();

  /** @param cores CPU limit of one instance, or why it is not known */
  of(readings: ProfileReadings, { rowKey, service }: FoundService, cores: Figure, spec: string | null, now: number): Estimate {
    const limit = valueOf(cores);
    if (!historyOf(readings, 'hourly-cores', rowKey).known) {
      return cpuEstimate(readings, rowKey, limit, spec, now);
    }
    const asked = readings.now.get('cores-per-instance');
    if (!cores.known && (asked === undefined || asked.state === 'waiting' || asked.state === 'failed')) {
      return { reason: `no benchmark, and none can be estimated: the CPU limit of an instance ${cores.reason}`, next: cores.nextStep ?? READING.next };
    }
    const inputs = INPUTS.map((kpi) => readings.history.get(kpi) ?? ({ state: 'waiting' } as const));
    const views = inputs.flatMap((s) => (s.state === 'read' ? [s.answer.view] : []));
    const open = views.filter(({ done }) => !done);
    if (inputs.some((s) => s.state === 'waiting') || open.some(({ progress }) => progress < WHOLE)) {
      return READING;
    }
    const key = JSON.stringify([service.key, limit, spec]);
    // Made again when all newest hours are in, not after each of them.
    const before = open.length > 0 ? this.made.last(key) : null;
    return marked(before ?? this.made.get(key, inputs, () => cpuEstimate(readings, rowKey, limit, spec, now)), views, open.length > 0);
  }
}

/** An estimate with what is missing under it said in its evidence. */
function marked(estimate: Estimate, views: readonly HistoryView[], partial: boolean): Estimate {
  const stale = views.some((view) => view.stale);
  if (!('kind' in estimate) || estimate.kind !== 'estimate' || !(partial || stale)) {
    return estimate;
  }
  const { evidence } = estimate.benchmark;
  const notes = [...(evidence.notes ?? []), ...(partial ? [NEWEST_TO_COME] : [])];
  return { ...estimate, benchmark: { ...estimate.benchmark, evidence: { ...evidence, ...(partial && { partial }), ...(stale && { stale }), notes } } };
}
