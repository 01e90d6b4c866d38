import { fleetOrder } from '../capacity/fleetOrder';
import type { FleetRow } from '../capacity/FleetRow';
import { fleetSummary } from '../capacity/fleetSummary';
import type { CapacityReport, ChangedService, IdleService, NotCompared, OldBenchmark, ShortService } from './CapacityReport';
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
 * @param before the same services when the week began, by key; one that is not in `now` has left the catalogue
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
    changes: [
      ...rows.map((row) => ({ facts: row.facts, changes: changesOf(row, past(row), week) })).filter(({ changes }) => changes.length > 0),
      ...departed(rows, before),
    ],
    short,
    giveBack,
    oldBenchmarks,
    newAths: rows.map((row) => newAthOf(row, past(row), week)).filter((ath) => ath !== null).sort((a, b) => b.at - a.at),
    actions: nextActions(rows, { short, giveBack, oldBenchmarks }),
    notCompared: notCompared(rows, before),
  };
}

function shortOf({ facts, judgement: { spare, required } }: FleetRow): ShortService[] {
  return spare.known && required.known && spare.value < 0
    ? [{ facts, add: -spare.value, atLeast: spare.bound === 'at most', required: required.value, deployed: required.value + spare.value }]
    : [];
}

const idleOf = ({ facts, judgement: { idle } }: FleetRow): IdleService[] => (idle ? [{ facts, ...idle }] : []);

const dearestFirst = (a: IdleService, b: IdleService): number =>
  (b.pricePerMonth ?? -1) - (a.pricePerMonth ?? -1) || b.instances - a.instances;

const oldestFirst = (a: OldBenchmark, b: OldBenchmark): number => a.benchmark.at - b.benchmark.at;

/** Known a week ago, not part of the fleet any more. */
function departed(rows: readonly FleetRow[], before: Before): ChangedService[] {
  const here = new Set(rows.map(({ facts }) => facts.service.key));
  return [...before].flatMap(([key, past]) =>
    past.kind === 'known' && !here.has(key) ? [{ facts: past.row.facts, changes: [{ kind: 'gone', lastSeen: past.row.facts.lastSeen }] }] : []
  );
}

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
