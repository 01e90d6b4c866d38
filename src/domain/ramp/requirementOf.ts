import { capital } from '../base/capital';
import type { Benchmark } from '../capacity/Benchmark';
import type { Judgement } from '../capacity/Judgement';
import { judgeService } from '../capacity/judgeService';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import type { RunReport } from './RunReport';

/** What a run found, as the fleet counts with it. */
export interface FoundByRun {
  readonly benchmark: RunReport['benchmark'];
  readonly by: string;
  readonly endedAt: number;
  /** Null = the metrics do not tell. */
  readonly version: string | null;
  readonly spec: string | null;
}

export type Requirement = Pick<RunReport, 'required' | 'requiredWords' | 'spareInstances'>;

/**
 * What the policy asks for with the benchmark of a run, by the verdict of the fleet page, so that report and page cannot
 * disagree: reserve, redundancy, burst, skew and the other limits are in it.
 * @param service null = not known
 */
export function requirementOf(run: FoundByRun, service: ServiceFacts | null): Requirement {
  const benchmark = benchmarkOf(run);
  if (benchmark === null) {
    return unknown('Without a benchmark no number of instances can be given.');
  }
  if (service === null) {
    return unknown('Peak and policy of the service are not known, so no number of instances can be given.');
  }
  if (service.specs.size > 1 && run.spec !== null) {
    return unknown('Several instance specs run: the fleet page counts each by its own benchmark.');
  }
  const judgement = judgeService({ ...service, benchmark }, { growth: 0, now: run.endedAt });
  const { inputs, required, spare, status } = judgement;
  if (inputs === null || !required.known || !spare.known) {
    return unknown(`No number of instances can be given: ${status.reasons.join('; ')}.`);
  }
  return {
    required: { instances: required.value, athRps: inputs.peakBasis, eventFactor: inputs.eventFactor },
    requiredWords:
      `${Math.round(inputs.peakBasis)} requests/s x ${inputs.eventFactor} at ${Math.round(benchmark.low)} requests/s an instance, with reserve, redundancy, burst and skew of ${service.tier}: ` +
      `${bounded(required.bound)}${required.value} instances required, ${inputs.deployed} deployed. ${spareWords(judgement)}`,
    spareInstances: spareOf(judgement),
  };
}

const unknown = (requiredWords: string): Requirement => ({ required: null, requiredWords, spareInstances: null });

const bounded = (bound: 'at least' | 'at most' | undefined): string => (bound === undefined ? '' : `${bound} `);

/** What the fleet page offers to give back; 0 where nothing is spare, null where what is spare is not offered. */
function spareOf({ idle, spare }: Judgement): number | null {
  return idle?.instances ?? (spare.known && spare.value <= 0 ? 0 : null);
}

function spareWords({ idle, shortBy, spare, status }: Judgement): string {
  if (idle !== null) {
    return `${idle.instances} can go.`;
  }
  const reasons = `${status.reasons.join('; ')}.`;
  return shortBy === 0 && spare.known && spare.value > 0 ? `Too few to give back, or held back: ${reasons}` : capital(reasons);
}

function benchmarkOf({ benchmark, by, endedAt, version, spec }: FoundByRun): Benchmark | null {
  if (benchmark === null || !(benchmark.fleetRps > 0)) {
    return null;
  }
  const { fleetRps, high, cpuRatio } = benchmark;
  const note = 'the benchmark of this run';
  return {
    origin: 'load-test',
    low: fleetRps,
    high: high === null ? null : Math.max(fleetRps, high * Math.min(1, cpuRatio ?? 1)),
    at: endedAt,
    by,
    version,
    spec,
    note,
    evidence: { origins: [{ kind: 'declared', by, at: endedAt, note }], asOf: endedAt },
  };
}
