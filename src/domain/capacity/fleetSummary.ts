import type { ServiceRef } from '../catalogue/ServiceRef';
import type { Tier } from '../catalogue/Tier';
import type { FleetRow } from './FleetRow';
import { isBenchmark } from './isBenchmark';
import type { StatusKind } from './Judgement';
import { missingInstances } from './missingInstances';
import { tierPeakBasis } from './tierPeakBasis';

/** The strip above the fleet table. */
export interface FleetSummary {
  readonly services: number;
  readonly byStatus: Readonly<Record<StatusKind, number>>;
  /** Services with fewer instances than required, stale ones included. */
  readonly shortByTier: Readonly<Record<Tier, number>>;
  /** Sum over short services. */
  readonly instancesToAdd: number;
  readonly instancesToGiveBack: number;
  /** Of the instances to give back that have a price; null when none has. */
  readonly givesBackPerMonth: number | null;
  /** Instances to give back whose price is not known. */
  readonly givesBackUnpriced: number;
  readonly oldestBenchmark: { readonly service: ServiceRef; readonly at: number; readonly ageMs: number } | null;
  readonly withoutBenchmark: number;
  /** Share of services with a verdict (neither unknown nor stale), 0 to 1; null for an empty fleet. */
  readonly judgedShare: number | null;
  /** Mean coverage of the peaks the verdicts rest on; null when none says. */
  readonly coverage: number | null;
}

/** @param now epoch milliseconds */
export function fleetSummary(rows: readonly FleetRow[], now: number): FleetSummary {
  const byStatus: Record<StatusKind, number> = { short: 0, unbalanced: 0, unknown: 0, stale: 0, ok: 0, idle: 0 };
  const shortByTier: Record<Tier, number> = { P0: 0, P1: 0, P2: 0 };
  for (const { facts, judgement } of rows) {
    byStatus[judgement.status.kind] += 1;
    shortByTier[facts.tier] += missingInstances({ judgement }) > 0 ? 1 : 0;
  }
  const idle = rows.flatMap(({ judgement }) => (judgement.idle ? [judgement.idle] : []));
  const prices = idle.flatMap((i) => (i.pricePerMonth === null ? [] : [i.pricePerMonth]));
  return {
    services: rows.length,
    byStatus,
    shortByTier,
    instancesToAdd: total(rows.map(missingInstances)),
    instancesToGiveBack: total(idle.map((i) => i.instances)),
    givesBackPerMonth: prices.length === 0 ? null : total(prices),
    givesBackUnpriced: total(idle.filter((i) => i.pricePerMonth === null).map((i) => i.instances)),
    oldestBenchmark: oldestBenchmark(rows, now),
    withoutBenchmark: rows.filter(({ facts }) => !isBenchmark(facts.benchmark)).length,
    judgedShare: rows.length === 0 ? null : 1 - (byStatus.unknown + byStatus.stale) / rows.length,
    coverage: meanCoverage(rows),
  };
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Of those somebody measured or stated: an estimate is made anew at each visit and has no age. */
function oldestBenchmark(rows: readonly FleetRow[], now: number): FleetSummary['oldestBenchmark'] {
  return rows.reduce<FleetSummary['oldestBenchmark']>((oldest, { facts: { service, benchmark } }) => {
    const at = isBenchmark(benchmark) && benchmark.origin !== 'estimated' ? benchmark.at : Infinity;
    return at < (oldest?.at ?? Infinity) ? { service, at, ageMs: now - at } : oldest;
  }, null);
}

function meanCoverage(rows: readonly FleetRow[]): number | null {
  const known = rows
    .map(({ facts }) => tierPeakBasis(facts).peak.figure.evidence.coverage)
    .filter((c): c is number => c !== undefined);
  return known.length === 0 ? null : total(known) / known.length;
}
