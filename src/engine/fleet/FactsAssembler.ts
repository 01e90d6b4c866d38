import { DAY, HOUR } from '../../domain/base/Duration';
import { NO_EVIDENCE } from '../../domain/base/Evidence';
import { known, unknown, valueOf, type Figure } from '../../domain/base/Figure';
import { onlyKey } from '../../domain/base/onlyKey';
import { pointsOf } from '../../domain/base/Series';
import { boundedByFlow } from '../../domain/capacity/boundedByFlow';
import type { NoBenchmark } from '../../domain/capacity/Benchmark';
import type { CpuEstimate } from '../../domain/capacity/CpuEstimate';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { ResolvedTraits } from '../../domain/catalogue/resolveTraits';
import type { Kpi } from '../../domain/promql/Question';
import type { AssemblyContext } from './AssemblyContext';
import { CpuEstimates } from './CpuEstimates';
import { autoscalerFact } from './facts/autoscalerFact';
import { benchmarkFact, refusalOf } from './facts/benchmarkFact';
import { burstFact } from './facts/burstFact';
import { historyOf } from './facts/historyOf';
import { hourlyPoints } from './facts/hourlyPoints';
import { instanceFacts } from './facts/instanceFacts';
import { labelsSeen } from './facts/labelsSeen';
import { latencyFact } from './facts/latencyFact';
import { nowFigure } from './facts/nowFigure';
import { peakFacts, type PeakFacts } from './facts/peakFacts';
import { saturationFacts } from './facts/saturationFacts';
import { skewFact } from './facts/skewFact';
import { MemoByInputs } from './MemoByInputs';
import type { ProfileReadings } from './ProfileReadings';
import type { FoundService } from './servicesOf';

const NO_DEMAND = {
  reason: 'no requests were counted in the last five minutes',
  next: 'Check that the service is still there and scraped.',
};
const NO_ERRORS = { reason: 'next to no traffic, or no errors are counted' };
const NO_CORES = { reason: 'no CPU limit is reported for its instances', next: 'State the cores of one instance in Configuration, or add kube-state-metrics.' };

const NONE: readonly never[] = [];
const LATER: NoBenchmark = { reason: 'is being worked out', next: 'It follows in a moment.' };
const LATER_FACTOR = unknown('factor', LATER.reason);

/** Facts of one service out of everything read about it. */
export class FactsAssembler {
  private readonly estimates = new CpuEstimates();
  private readonly peakFacts = new MemoByInputs<PeakFacts>();
  private readonly bursts = new MemoByInputs<Figure>();
  private readonly skews = new MemoByInputs<Figure>();
  private readonly latencies = new MemoByInputs<Figure>();

  /** Null for a service that the catalogue hides. */
  assemble(readings: ProfileReadings, found: FoundService, context: AssemblyContext): ServiceFacts | null {
    const { rowKey, service } = found;
    const traits = context.traitsOf(service, labelsSeen(readings, rowKey));
    if (traits.hidden) {
      return null;
    }
    const instances = instanceFacts(readings, rowKey);
    const peaks = this.peaks(readings, found, context);
    const cores = coresOf(readings, rowKey, traits);
    const sketch = context.sketch === true;
    const demandNow = nowFigure(readings, 'demand-now', rowKey, 'reqps', NO_DEMAND);
    const saturation = saturationFacts(readings, rowKey);
    const byCpu = sketch ? LATER : this.estimates.of(readings, found, cores, onlyKey(instances.specs), context.now);
    const estimate = 'kind' in byCpu ? boundedByFlow(byCpu, demandNow, instances.instances, saturation) : byCpu;
    return {
      service,
      tier: traits.tier,
      tierFrom: traits.tierFrom,
      owner: traits.owner,
      policy: context.settings.policy[traits.tier],
      redundancy: traits.redundancy ?? context.settings.policy[traits.tier].redundancy,
      demandNow,
      errorRatio: nowFigure(readings, 'error-ratio-now', rowKey, 'share', NO_ERRORS),
      ath: peaks.ath,
      thirdPeak: peaks.thirdPeak,
      athWasEvent: traits.athWasEvent ?? false,
      eventFactor: traits.eventFactor ?? null,
      burst: sketch ? LATER_FACTOR : this.bursts.get(service.key, states(readings, 'burst', 'hourly-demand'), () => burstFact(readings, rowKey)),
      skew: sketch ? LATER_FACTOR : this.skews.get(service.key, states(readings, 'hourly-busiest-instance', 'hourly-demand', 'hourly-instances'), () => skewFact(readings, rowKey)),
      instances: instances.instances,
      zones: instances.zones,
      declaredZones: traits.zones ?? null,
      versions: instances.versions,
      specs: instances.specs,
      ...autoscalerFact(readings, rowKey),
      benchmark: benchmarkFact(service.key, estimate, instances, context),
      concurrencyLimit: traits.concurrencyLimit ?? null,
      latencySeconds: sketch ? unknown('seconds', LATER.reason) : this.latencies.get(service.key, states(readings, 'hourly-latency', 'hourly-demand'), () => latencyFact(readings, rowKey)),
      coresPerInstance: valueOf(cores),
      cpuPerRequest: cpuPerRequest(estimate),
      saturation,
      pricePerInstanceHour: traits.pricePerInstanceHour ?? null,
      lastSeen: lastSeen(readings, rowKey, demandNow),
      firstSeen: peaks.firstSeen,
    };
  }

  /** Peaks of a service, for whoever publishes them or looks again. */
  peaks(readings: ProfileReadings, { rowKey, service }: FoundService, { aths, voids, now }: AssemblyContext): PeakFacts {
    const published = aths.get(service.key) ?? NONE;
    const voided = voids.get(service.key) ?? NONE;
    const looks = [...readings.secondLooks.values()];
    // Days count from their start: within one day time changes nothing.
    const inputs = [...states(readings, 'daily-peak', 'daily-peak-while-failing', 'hourly-demand'), published, voided, Math.floor(now / DAY), ...looks];
    return this.peakFacts.get(service.key, inputs, () => peakFacts(readings, rowKey, published, voided, now));
  }
}

function coresOf(readings: ProfileReadings, rowKey: string, { coresPerInstance }: ResolvedTraits): Figure {
  return coresPerInstance === undefined ? nowFigure(readings, 'cores-per-instance', rowKey, 'cores', NO_CORES) : known(coresPerInstance, 'cores', 'declared', NO_EVIDENCE);
}

function cpuPerRequest(estimate: CpuEstimate | NoBenchmark): Figure {
  if ('kind' in estimate && estimate.kind === 'estimate') {
    return known(estimate.fit.slope, 'core-seconds/request', 'estimated', estimate.benchmark.evidence);
  }
  const { reason, next } = refusalOf(estimate);
  return unknown('core-seconds/request', reason, next);
}

function lastSeen(readings: ProfileReadings, rowKey: string, demandNow: Figure): number | null {
  if (demandNow.known) {
    return demandNow.evidence.asOf ?? null;
  }
  const hours = [...hourlyPoints(readings, 'hourly-demand', rowKey).keys()];
  if (hours.length > 0) {
    return Math.max(...hours) + HOUR;
  }
  const daily = historyOf(readings, 'daily-peak', rowKey);
  const series = daily.known ? daily.rows[0]?.series : undefined;
  return series ? (pointsOf(series).at(-1)?.at ?? null) : null;
}

/** What was read of history questions; another object after every answer. */
const states = (readings: ProfileReadings, ...kpis: readonly Kpi[]) => kpis.map((kpi) => readings.history.get(kpi));
