import type { GuardStrength, SaturationGuard } from '../../guards/GuardSpec';
import type { SubjectRole } from '../../guards/SubjectSamples';
import type { RampPlan } from '../Plan';
import { SIGNAL } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, TURNED_OFF, unarmed, type GuardOffer } from './GuardOffer';
import { allPublish, everyMsOf, subjectsOn } from './sampledOn';

// Outline: the process' own CPU where it is published, since it comes with every scrape; else that of the container (cAdvisor),
// whose timestamps are its own; else the mean that the mixin records. Cores are those of the target, or its container's limit.

/** A single difference says something in time only when samples come at least this often. */
const SLOWEST_HARD = 10_000;
/** Above this even a mean finds a limit long after it was passed. */
const SLOWEST_SOFT = 60_000;

const TITLES: Readonly<Record<GuardStrength, readonly [id: string, title: string]>> = { soft: ['cpu', 'CPU, mean of 30 s'], hard: ['cpu-hard', 'CPU'] };

export function cpuGuards(plan: RampPlan, facts: GuardFacts, on: SubjectRole): readonly GuardOffer[] {
  return [cpuGuard(plan, facts, on, 'soft'), cpuGuard(plan, facts, on, 'hard'), throttling(plan, facts, on)];
}

function cpuGuard({ guards }: RampPlan, facts: GuardFacts, on: SubjectRole, strength: GuardStrength): GuardOffer {
  const [id, title] = TITLES[strength];
  const limit = strength === 'hard' ? guards.cpuHard : guards.cpuSoft;
  if (limit === null) {
    return unarmed(id, title, TURNED_OFF);
  }
  if (facts.signals.has(SIGNAL.cpu)) {
    return facts.cores === null
      ? unarmed(id, title, 'the process tells its CPU, but nobody tells how many cores it may use (a CPU limit of its container, or GOMAXPROCS)')
      : { title, spec: { ...guardOn(on, strength, id), kind: 'cpu', seconds: SIGNAL.cpu, cores: facts.cores, limit } };
  }
  const source = CONTAINER_SOURCES.find(({ signal }) => allPublish(facts, on, signal));
  return source === undefined ? unarmed(id, title, noSource(facts)) : ofContainer(facts, on, strength, limit, source);
}

interface ContainerSource {
  readonly signal: string;
  readonly measure: SaturationGuard['measure'];
  readonly by: string;
}

const CONTAINER_SOURCES: readonly ContainerSource[] = [
  { signal: SIGNAL.containerCpu, measure: 'counter', by: 'cAdvisor' },
  { signal: SIGNAL.recordedCpu, measure: 'gauge', by: 'a recording rule' },
];

function ofContainer(facts: GuardFacts, on: SubjectRole, strength: GuardStrength, limit: number, source: ContainerSource): GuardOffer {
  const [id, title] = TITLES[strength];
  const { signal, measure } = source;
  const everyMs = everyMsOf(subjectsOn(facts, on), signal);
  const problem = allPublish(facts, on, SIGNAL.containerCores) ? tooSlow(source, strength, everyMs) : 'the container tells its CPU, but has no CPU limit (kube_pod_container_resource_limits, container_spec_cpu_quota)';
  if (problem !== null || everyMs === null) {
    return unarmed(id, title, problem ?? '');
  }
  const note = measure === 'gauge' ? `${rhythm(source, everyMs)}, and is a mean of minutes: a limit is found late` : rhythm(source, everyMs);
  return { title, note, spec: { ...guardOn(on, strength, id), kind: 'saturation', resource: 'CPU of the container', signal, measure, capacity: SIGNAL.containerCores, limit, everyMs } };
}

const rhythm = ({ by }: ContainerSource, everyMs: number): string => `its CPU comes from ${by} every ${everyMs / 1000} s, by timestamps of its own`;

/** Null when samples come often enough for a guard of this strength. */
function tooSlow(source: ContainerSource, strength: GuardStrength, everyMs: number | null): string | null {
  if (everyMs === null) {
    return `${source.by} left fewer than two samples of its CPU`;
  }
  if (everyMs > SLOWEST_SOFT) {
    return `${rhythm(source, everyMs)}: too slow for any guard`;
  }
  const slow = source.measure === 'gauge' ? 'a mean of minutes is' : everyMs > SLOWEST_HARD ? 'that is' : null;
  return strength === 'soft' || slow === null ? null : `${rhythm(source, everyMs)}: ${slow} too slow for a guard on one sample, so that the mean alone is held`;
}

function noSource({ guardNotes }: GuardFacts): string {
  const containers = guardNotes?.containers ?? 'no CPU of its container either (container_cpu_usage_seconds_total)';
  return `the service publishes no CPU of its own processes, and ${containers}`;
}

function throttling({ guards }: RampPlan, facts: GuardFacts, on: SubjectRole): GuardOffer {
  const [id, title] = ['throttled', 'CPU throttling'];
  if (guards.throttled === null) {
    return unarmed(id, title, TURNED_OFF);
  }
  const everyMs = everyMsOf(subjectsOn(facts, on), SIGNAL.periods);
  if (everyMs === null || everyMs > SLOWEST_SOFT || !allPublish(facts, on, SIGNAL.periods) || !allPublish(facts, on, SIGNAL.throttled)) {
    return unarmed(id, title, facts.guardNotes?.containers ?? 'nothing tells how often its container was held back (container_cpu_cfs_throttled_periods_total)');
  }
  return {
    title,
    spec: { ...guardOn(on, 'soft', id), kind: 'saturation', resource: 'periods in which the container was held back', signal: SIGNAL.throttled, measure: 'counter', capacity: SIGNAL.periods, capacityGrows: true, limit: guards.throttled, everyMs },
  };
}
