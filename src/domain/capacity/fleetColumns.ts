import { valueOf, type Figure } from '../base/Figure';
import type { Unit } from '../base/Unit';
import { serviceLabel } from '../catalogue/serviceLabel';
import { servicePath } from '../catalogue/servicePath';
import type { Benchmark } from './Benchmark';
import { capacityOf } from './capacityOf';
import { evidenceNotes } from './evidenceNotes';
import type { FleetColumn } from './FleetColumn';
import type { FleetRow } from './FleetRow';
import { isBenchmark } from './isBenchmark';
import { limitBound } from './limitBound';

const text = (title: string, doc: string, of: (row: FleetRow) => string | null): FleetColumn => ({ kind: 'text', title, doc, of });
const time = (title: string, doc: string, of: (row: FleetRow) => number | null): FleetColumn => ({ kind: 'time', title, doc, of });
const number = (title: string, unit: Unit, doc: string, of: (row: FleetRow) => number | null): FleetColumn => ({ kind: 'number', title, unit, doc, of });
const figure = (title: string, unit: Unit, doc: string, of: (row: FleetRow) => Figure): FleetColumn => number(title, unit, doc, (row) => valueOf(of(row)));

const benchmarkOf = ({ facts: { benchmark } }: FleetRow): Benchmark | null => (isBenchmark(benchmark) ? benchmark : null);

/**
 * The columns of the fleet frame, by field name, in the order of the frame. The data source writes them, the headroom
 * panel reads them: a name here is a contract with saved dashboards and is never changed.
 */
export const fleetColumns = {
  service: text('Service', 'Name, with the other labels that identify it', ({ facts }) => serviceLabel(facts.service)),
  status: text('Status', 'short, stale, unbalanced, unknown, ok or idle', ({ judgement }) => judgement.status.kind),
  severity: text('Severity', 'critical, warning, information, unknown or none', ({ judgement }) => judgement.status.severity),
  tier: text('Tier', 'P0, P1 or P2', ({ facts }) => facts.tier),
  owner: text('Owner', 'Who runs it, from a label or the catalogue', ({ facts }) => facts.owner),
  headroom: figure('Headroom', 'growth', 'Growth over the plain peak that fits', ({ judgement }) => judgement.headroom),
  asked: number('Asked', 'growth', 'Growth over the plain peak that the tier asks for', ({ judgement }) => judgement.asked),
  eventMargin: figure('Event margin', 'growth', 'What is left over after the growth the tier asks for', ({ judgement }) => judgement.eventMargin),
  demand: figure('Demand now', 'reqps', 'Requests per second arriving now', ({ facts }) => facts.demandNow),
  ath: figure('ATH', 'reqps', 'Greatest demand of all known history', ({ facts }) => facts.ath.figure),
  athAt: time('ATH at', 'When the ATH was reached', ({ facts }) => facts.ath.at),
  peak: figure('Plain peak', 'reqps', 'Peak the tier is judged by, times the burst within its minutes', ({ judgement }) => judgement.peak),
  eventDemand: figure('Event demand', 'reqps', 'Plain peak times the event factor of the tier', ({ judgement }) => judgement.designDemand),
  capacity: figure('Capacity', 'reqps', 'Demand the deployed instances carry under the policy of the tier', ({ judgement }) => judgement.capacity),
  requiredCapacity: number('Required capacity', 'reqps', 'Demand the required instances would carry', requiredCapacity),
  utilisation: figure('Utilisation', 'share', 'Plain peak over capacity', ({ judgement }) => judgement.utilisation),
  instances: figure('Instances', 'instances', 'Ready instances', ({ facts }) => facts.instances),
  required: figure('Required', 'instances', 'Instances the policy needs', ({ judgement }) => judgement.required),
  spare: figure('Spare', 'instances', 'Deployed minus required; negative is short', ({ judgement }) => judgement.spare),
  safeLimit: number('Safe limit', 'reqps/instance', 'Demand one instance safely carried: lower end of the benchmark', (row) => benchmarkOf(row)?.low ?? null),
  safeLimitBound: text('Limit bound', '"at most" where another resource moved first, "at least" where a load test met no limit; else nothing', limitBoundOf),
  benchmarkOrigin: text('Limit from', 'load-test, declared, estimated or passive', (row) => benchmarkOf(row)?.origin ?? null),
  benchmarkAt: time('Limit found', 'When the safe limit was found; nothing for an estimate, which is made anew at each look', benchmarkAt),
  benchmarkVersion: text('Limit of version', 'Version the safe limit was found with', (row) => benchmarkOf(row)?.version ?? null),
  version: text('Version', 'Versions running now', ({ facts }) => [...facts.versions.keys()].sort().join(', ') || null),
  bottleneck: text('Bottleneck', 'Resource closest to its own limit', ({ judgement }) => judgement.bottleneck?.resource ?? null),
  bottleneckUse: number('Bottleneck use', 'share', 'Use of the bottleneck over its own limit', ({ judgement }) => (judgement.bottleneck ? valueOf(judgement.bottleneck.use) : null)),
  lastSeen: time('Last seen', 'Newest sample of demand', ({ facts }) => facts.lastSeen),
  notes: text('Notes', 'Reasons of the status, what is not known and why, what is stale or partial', (row) => evidenceNotes(row).join('; ') || null),
  source: text('Source', 'Uid of the Prometheus data source', ({ facts }) => facts.service.sourceUid),
  key: text('Key', 'Identity of the service', ({ facts }) => facts.service.key),
  link: text('Link', 'Address of the service page', ({ facts }) => servicePath(facts.service.key)),
} as const satisfies Record<string, FleetColumn>;

export type FleetColumnName = keyof typeof fleetColumns;

function requiredCapacity({ judgement: { inputs, required } }: FleetRow): number | null {
  return inputs !== null && required.known ? capacityOf(required.value, inputs) : null;
}

function limitBoundOf(row: FleetRow): string | null {
  const benchmark = benchmarkOf(row);
  return benchmark === null ? null : (limitBound(benchmark) ?? null);
}

function benchmarkAt(row: FleetRow): number | null {
  const benchmark = benchmarkOf(row);
  return benchmark === null || benchmark.origin === 'estimated' ? null : benchmark.at;
}
