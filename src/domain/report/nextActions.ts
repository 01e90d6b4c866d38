import type { FleetRow } from '../capacity/FleetRow';
import type { Severity } from '../capacity/Judgement';
import type { CapacityReport, ShortService } from './CapacityReport';
import type { NextAction } from './NextAction';

/** What the actions are made of; each list in its own order. */
type Findings = Pick<CapacityReport, 'short' | 'giveBack' | 'oldBenchmarks'>;

interface Urged {
  readonly urgency: number;
  readonly action: NextAction;
}

/** What to do, most urgent first: what is critical before what warns, knowing before testing again, giving back last. */
export function nextActions(rows: readonly FleetRow[], { short, giveBack, oldBenchmarks }: Findings): readonly NextAction[] {
  const missing = new Map(short.map((s) => [s.facts.service.key, s]));
  const urged: Urged[] = [
    ...rows.flatMap((row) => [...ofShortage(row, missing.get(row.facts.service.key)), ...ofStatus(row)]),
    ...oldBenchmarks.map(({ facts, reasons }) => ({ urgency: RETEST, action: { kind: 'retest' as const, facts, reason: reasons.join('; ') } })),
    ...giveBack.map((idle) => ({ urgency: GIVE_BACK, action: { kind: 'give-back' as const, ...idle } })),
  ];
  // Sorting keeps the order of equals: worst first within a tier, oldest first, dearest first.
  return urged.sort((a, b) => a.urgency - b.urgency).map(({ action }) => action);
}

const URGENCY: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, information: 2, unknown: 3, none: 3 };
const RETEST = 4;
const GIVE_BACK = 5;

const ofShortage = ({ facts, judgement: { status } }: FleetRow, short: ShortService | undefined): readonly Urged[] =>
  short ? [{ urgency: URGENCY[status.severity], action: { kind: 'add', facts, instances: short.add, atLeast: short.atLeast } }] : [];

function ofStatus({ facts, judgement: { status } }: FleetRow): readonly Urged[] {
  const urgency = URGENCY[status.severity];
  const reason = status.reasons[0] ?? 'no reason is known';
  switch (status.kind) {
    case 'stale':
      return [{ urgency, action: { kind: 'restore', facts, lastSeen: facts.lastSeen } }];
    case 'unbalanced':
      return [{ urgency, action: { kind: 'spread', facts, reason } }];
    case 'unknown':
      return [{ urgency, action: { kind: 'learn', facts, reason } }];
    case 'short':
    case 'ok':
    case 'idle':
      return [];
  }
}
