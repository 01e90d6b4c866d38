import { guardSignals } from '../../catalogue/guardSignals';
import type { SubjectRole } from '../../guards/SubjectSamples';
import type { RampPlan } from '../Plan';
import { capacitySignal, SIGNAL } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, TURNED_OFF, unarmed, type GuardOffer } from './GuardOffer';
import { allPublish, everyMsOf, isLimit, newestValue, subjectsOn } from './sampledOn';

/** What memory may be held against, nearest to the process first. */
interface MemorySource {
  readonly title: string;
  readonly signal: string;
  readonly capacity: number | string;
  readonly everyMs?: number;
}

const HEAPS = guardSignals.filter(({ resource }) => resource === 'heap');
const SLOWEST = 60_000;

/** Container limit, else the machine, else the heap's own limit; else off, with the reason. */
export function memoryGuard({ guards }: RampPlan, facts: GuardFacts, on: SubjectRole): readonly GuardOffer[] {
  const { memory: limit } = guards;
  if (limit === null) {
    return [unarmed('memory', 'Memory', TURNED_OFF)];
  }
  const source = ofContainer(facts, on) ?? ofProcess(facts) ?? ofMachine(facts, on) ?? ofHeap(facts, on);
  if (source === null) {
    return [unarmed('memory', 'Memory', noSource(facts))];
  }
  const { title, signal, capacity, everyMs } = source;
  return [{ title, spec: { ...guardOn(on, 'soft', 'memory'), kind: 'saturation', resource: 'memory', signal, measure: 'gauge', capacity, limit, ...(everyMs !== undefined && { everyMs }) } }];
}

function ofContainer(facts: GuardFacts, on: SubjectRole): MemorySource | null {
  const known = limited(facts, on, SIGNAL.containerMemory, SIGNAL.containerMemoryLimit);
  const everyMs = everyMsOf(subjectsOn(facts, on), SIGNAL.containerMemory);
  return known && everyMs !== null && everyMs <= SLOWEST ? { title: 'Memory of its container', signal: SIGNAL.containerMemory, capacity: SIGNAL.containerMemoryLimit, everyMs } : null;
}

const ofProcess = ({ signals, memoryBytes }: GuardFacts): MemorySource | null =>
  signals.has(SIGNAL.memory) && memoryBytes !== null ? { title: 'Memory', signal: SIGNAL.memory, capacity: memoryBytes } : null;

function ofMachine(facts: GuardFacts, on: SubjectRole): MemorySource | null {
  const known = limited(facts, on, SIGNAL.machineMemory, SIGNAL.machineMemoryTotal);
  const everyMs = everyMsOf(subjectsOn(facts, on), SIGNAL.machineMemory);
  return known && everyMs !== null && everyMs <= SLOWEST ? { title: 'Memory of its machine', signal: SIGNAL.machineMemory, capacity: SIGNAL.machineMemoryTotal, everyMs } : null;
}

function ofHeap(facts: GuardFacts, on: SubjectRole): MemorySource | null {
  const row = HEAPS.find(({ id }) => limited(facts, on, id, capacitySignal(id)));
  return row === undefined ? null : { title: row.title, signal: row.id, capacity: capacitySignal(row.id) };
}

const limited = (facts: GuardFacts, on: SubjectRole, signal: string, capacity: string): boolean =>
  allPublish(facts, on, signal) && allPublish(facts, on, capacity) && subjectsOn(facts, on).every(({ series }) => isLimit(newestValue(series[capacity])));

function noSource({ guardNotes }: GuardFacts): string {
  const containers = guardNotes?.containers ?? 'its container has no memory limit';
  const machines = guardNotes?.machines ?? 'no machine of its own is known';
  return `nothing says how much memory it may use: ${containers}; ${machines}; neither a JVM heap limit nor GOMEMLIMIT is published. Growth alone is no limit, so it is not guarded`;
}
