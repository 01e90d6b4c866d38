import { fleetOrder } from '../capacity/fleetOrder';
import type { FleetRow } from '../capacity/FleetRow';
import { fleetSummary } from '../capacity/fleetSummary';
import type { CapacityReport, IdleService, NotCompared, OldBenchmark, ShortService } from './CapacityReport';
import { changesOf } from './changesOf';
import { newAthOf } from './newAthOf';
import { nextActions } from './nextActions';
import { oldBenchmarkOf } from './oldBenchmarkOf';
import { ownerLines } from './ownerLines';
import type { ReportWeek } from './ReportWeek';
import type { ServiceBefore } from './ServiceBefore';

type Before = ReadonlyMap<string, ServiceBefore>;

/**
 * The weekly report.
 * @param now the fleet as the fleet page judges it
 * @param before the same services when the week began, by key; one that is gone since is still in `now`, silent
 */
export function buildReport(now: readonly FleetRow[], before: Before, week: ReportWeek): CapacityReport {
  const rows = [...now].sort(fleetOrder);
  const short = rows.flatMap(shortOf);
  const giveBack = rows.flatMap(idleOf).sort(dearestFirst);
  const oldBenchmarks = rows.map((row) => oldBenchmarkOf(row, week.to)).filter((old) => old !== null).sort(oldestFirst);
  const past = (row: FleetRow) => before.get(row.facts.service.key);
  return {
    week,
    summary: fleetSummary(rows, week.to),
    owners: ownerLines(rows, week.to),
    changes: rows.map((row) => ({ facts: row.facts, changes: changesOf(row, past(row), week) })).filter(({ changes }) => changes.length > 0),
    short,
    giveBack,
    oldBenchmarks,
    newAths: rows.map((row) => newAthOf(row, past(row), week)).filter((ath) => ath !== null).sort((a, b) => b.at - a.at),
    actions: nextActions(rows, { short, giveBack, oldBenchmarks }),
    notCompared: notCompared(rows, before),
  };
}

function shortOf({ facts, judgement: { shortBy, spare, required } }: FleetRow): ShortService[] {
  return shortBy > 0 && required.known
    ? [{ facts, add: shortBy, atLeast: spare.known && spare.bound === 'at most', required: required.value, deployed: required.value - shortBy }]
    : [];
}

const idleOf = ({ facts, judgement: { idle } }: FleetRow): IdleService[] => (idle ? [{ facts, ...idle }] : []);

const dearestFirst = (a: IdleService, b: IdleService): number =>
  (b.pricePerMonth ?? -1) - (a.pricePerMonth ?? -1) || b.instances - a.instances;

const oldestFirst = (a: OldBenchmark, b: OldBenchmark): number => a.benchmark.at - b.benchmark.at;

const NOBODY_LOOKED = 'nobody has looked yet';

function notCompared(rows: readonly FleetRow[], before: Before): readonly NotCompared[] {
  const counts = new Map<string, number>();
  for (const { facts } of rows) {
    const past = before.get(facts.service.key) ?? { kind: 'unknown', reason: NOBODY_LOOKED };
    if (past.kind === 'unknown') {
      counts.set(past.reason, (counts.get(past.reason) ?? 0) + 1);
    }
  }
  return [...counts].map(([reason, services]) => ({ reason, services })).sort((a, b) => b.services - a.services);
}
