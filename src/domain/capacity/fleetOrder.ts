import { TIERS } from '../catalogue/Tier';
import type { FleetRow } from './FleetRow';
import type { Severity, StatusKind } from './Judgement';

const KIND_ORDER: readonly StatusKind[] = ['short', 'stale', 'unbalanced', 'unknown', 'ok', 'idle'];
const SEVERITY_ORDER: readonly Severity[] = ['critical', 'warning', 'information', 'unknown', 'none'];

/**
 * Comparator: by tier, then worst first: short before stale, uneven, unknown, ok and idle; within a kind by severity, by
 * event margin (least first, unknown last) and by name.
 */
export function fleetOrder(a: FleetRow, b: FleetRow): number {
  return (
    TIERS.indexOf(a.facts.tier) - TIERS.indexOf(b.facts.tier) ||
    KIND_ORDER.indexOf(a.judgement.status.kind) - KIND_ORDER.indexOf(b.judgement.status.kind) ||
    SEVERITY_ORDER.indexOf(a.judgement.status.severity) - SEVERITY_ORDER.indexOf(b.judgement.status.severity) ||
    compareMargins(a, b) ||
    compareText(a.facts.service.name, b.facts.service.name) ||
    compareText(a.facts.service.key, b.facts.service.key)
  );
}

function compareMargins(a: FleetRow, b: FleetRow): number {
  const [left, right] = [marginOf(a), marginOf(b)];
  return left === right ? 0 : left - right;
}

const marginOf = ({ judgement }: FleetRow): number =>
  judgement.eventMargin.known ? judgement.eventMargin.value : Infinity;

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
