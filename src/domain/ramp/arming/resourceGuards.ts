import { writeList } from '../../base/writeList';
import { guardSignals, type GuardedResource, type GuardSignal } from '../../catalogue/guardSignals';
import type { SubjectRole } from '../../guards/SubjectSamples';
import type { GuardLimits, RampPlan } from '../Plan';
import { capacitySignal, resourceSignal, SIGNAL } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, TURNED_OFF, unarmed, type GuardOffer } from './GuardOffer';
import { hasSamples, isLimit, newestValue, subjectsOn, without } from './sampledOn';

/** What an operator limits, and how it is called where none is found. One family is enough where all tell the same. */
interface Limited {
  readonly resource: GuardedResource;
  readonly field: 'gc' | 'threads' | 'pools' | 'files' | 'eventLoopSeconds';
  readonly title: string;
  readonly once: boolean;
}

const LIMITED: readonly Limited[] = [
  { resource: 'gc', field: 'gc', title: 'Garbage collection', once: true },
  { resource: 'event-loop', field: 'eventLoopSeconds', title: 'Event loop lag', once: true },
  { resource: 'threads', field: 'threads', title: 'Threads', once: false },
  { resource: 'pools', field: 'pools', title: 'Connection pools', once: false },
  { resource: 'files', field: 'files', title: 'Open files', once: true },
];

/** A row of the catalogue that the instances of a role publish, once for each pool it names. */
export interface FoundSignal {
  readonly row: GuardSignal;
  /** Name of the pool; empty where the row has one a process. */
  readonly each: string;
  readonly signal: string;
}

/** @param taken signals that are guarded already, as the pool of a named dependency */
export function resourceGuards(plan: RampPlan, facts: GuardFacts, on: SubjectRole, taken: ReadonlySet<string> = new Set()): readonly GuardOffer[] {
  return LIMITED.flatMap((limited) => ofResource(plan.guards, facts, on, limited, taken));
}

function ofResource(guards: GuardLimits, facts: GuardFacts, on: SubjectRole, { resource, field, title, once }: Limited, taken: ReadonlySet<string>): readonly GuardOffer[] {
  const limit = guards[field];
  if (limit === null) {
    return [unarmed(resource, title, TURNED_OFF)];
  }
  const found = foundSignals(facts, on, resource);
  const first = found[0];
  if (first === undefined) {
    const known = guardSignals.filter((row) => row.resource === resource).map(({ use }) => use.metric);
    return [unarmed(resource, title, `none of the families known is published here (${writeList(known)})`)];
  }
  const wanted = once ? found.filter(({ row }) => row.id === first.row.id) : found;
  return wanted.filter(({ signal }) => !taken.has(signal)).map((one) => resourceGuard(facts, on, one, limit));
}

/** Every row of a resource with samples on a role, best first. */
export function foundSignals(facts: GuardFacts, on: SubjectRole, resource: GuardedResource): readonly FoundSignal[] {
  const published = subjectsOn(facts, on).flatMap(({ series }) => Object.keys(series).filter((name) => hasSamples(series[name])));
  return guardSignals
    .filter((row) => row.resource === resource)
    .flatMap((row) => [...new Set(published.filter((name) => isOf(row, name)))].sort().map((signal) => ({ row, signal, each: signal.slice(row.id.length + 1) })));
}

const isOf = ({ id, each }: GuardSignal, signal: string): boolean =>
  !signal.endsWith(capacitySignal('')) && (signal === resourceSignal(id) || (each !== undefined && signal.startsWith(`${id}:`)));

/** One found signal as a guard; off with its reason where nothing limits it. */
export function resourceGuard(facts: GuardFacts, on: SubjectRole, { row, each, signal }: FoundSignal, limit: number): GuardOffer {
  const title = each === '' ? row.title : `${row.title} ${each}`;
  const problem = problemOf(facts, on, { row, each, signal });
  if (problem !== null) {
    return unarmed(signal, title, problem);
  }
  const { capacity } = row;
  const common = { ...guardOn(on, 'soft', signal), kind: 'saturation' as const, resource: title.toLowerCase(), signal, measure: row.measure, limit };
  const sparse = row.measure === 'counter' ? { alongside: SIGNAL.requests } : {};
  return capacity.kind === 'fixed'
    ? { title, spec: { ...common, ...sparse, capacity: capacity.value, ...(capacity.unit !== undefined && { unit: capacity.unit }) } }
    : { title, spec: { ...common, ...sparse, capacity: capacitySignal(signal) } };
}

function problemOf(facts: GuardFacts, on: SubjectRole, { row, signal }: FoundSignal): string | null {
  const { capacity, measure } = row;
  if (capacity.kind === 'none') {
    return capacity.reason;
  }
  // A counter may have no series before the first event.
  const missing = measure === 'counter' ? [] : (without(facts, on, signal) ?? []);
  if (missing.length > 0) {
    return `${writeList(missing.slice(0, 3))} ${missing.length === 1 ? 'does' : 'do'} not publish it`;
  }
  if (capacity.kind === 'fixed') {
    return null;
  }
  const limits = subjectsOn(facts, on).map(({ series }) => newestValue(series[capacitySignal(signal)]));
  if (limits.includes(null)) {
    return `its limit (${capacity.metric}) is not published`;
  }
  const none = limits.find((value) => !isLimit(value));
  return none === undefined ? null : `its limit (${capacity.metric}) is ${none}, which is none`;
}
