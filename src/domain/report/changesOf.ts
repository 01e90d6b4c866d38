import type { FleetRow } from '../capacity/FleetRow';
import { isBenchmark } from '../capacity/isBenchmark';
import type { StatusKind } from '../capacity/Judgement';
import { headroomCauses } from './headroomCauses';
import { newAthOf } from './newAthOf';
import type { ReportWeek } from './ReportWeek';
import type { ServiceBefore } from './ServiceBefore';
import type { ServiceChange } from './ServiceChange';

/** Headroom that moved by more than this share is worth a line: 5 points. */
const HEADROOM_MOVED = 0.05;
/** 1.10 - 1.05 is a little more than 0.05 to a computer. */
const ROUNDING = 1e-9;

/** What is new about a service since the week began; empty when nothing is, or nobody can say. */
export function changesOf(now: FleetRow, before: ServiceBefore | undefined, week: ReportWeek): readonly ServiceChange[] {
  if (before?.kind === 'new') {
    return [{ kind: 'new' }];
  }
  const then = before?.kind === 'known' ? before.row : null;
  if (then && isSilent(now) && !isSilent(then)) {
    return [{ kind: 'gone', lastSeen: now.facts.lastSeen }];
  }
  const ath = newAthOf(now, before, week);
  return [
    ...(then ? judgedChanges(then, now) : []),
    ...benchmarkChange(then, now, week),
    ...(ath ? [{ kind: 'ath' as const, value: ath.value, atLeast: ath.atLeast, before: ath.before }] : []),
  ];
}

function judgedChanges(then: FleetRow, now: FleetRow): ServiceChange[] {
  const status = statusChange(then, now);
  // Whoever reads of another status asks why: a small move that crossed a line explains it.
  return [...status, ...headroomChange(then, now, status.length > 0 ? 0 : HEADROOM_MOVED), ...instancesChange(then, now)];
}

const statusOf = ({ judgement }: FleetRow): StatusKind => judgement.status.kind;
const isSilent = (row: FleetRow): boolean => statusOf(row) === 'stale';

/** How instances stood over zones a week ago is not kept, so that uneven zones are no news. */
function statusChange(then: FleetRow, now: FleetRow): ServiceChange[] {
  const [from, to] = [statusOf(then), statusOf(now)];
  const mayHaveBeen = to === 'unbalanced' && (from === 'ok' || from === 'idle');
  return from === to || mayHaveBeen ? [] : [{ kind: 'status', from, to }];
}

/** @param beyond what is smaller is left out */
function headroomChange(then: FleetRow, now: FleetRow, beyond: number): ServiceChange[] {
  const [from, to] = [then.judgement.headroom, now.judgement.headroom];
  return from.known && to.known && Math.abs(to.value - from.value) > beyond + ROUNDING
    ? [{ kind: 'headroom', from: from.value, to: to.value, because: headroomCauses(then, now) }]
    : [];
}

/** An autoscaler adds and removes instances all day: that is its work, not a change. */
function instancesChange(then: FleetRow, now: FleetRow): ServiceChange[] {
  const [from, to] = [then.facts.instances, now.facts.instances];
  const scaled = (now.facts.autoscaler?.max ?? null) !== null;
  return !scaled && from.known && to.known && from.value !== to.value ? [{ kind: 'instances', from: from.value, to: to.value }] : [];
}

/** An estimate is made anew at each look. */
function benchmarkChange(then: FleetRow | null, { facts: { benchmark } }: FleetRow, week: ReportWeek): ServiceChange[] {
  if (!isBenchmark(benchmark) || benchmark.origin === 'estimated' || benchmark.at <= week.from) {
    return [];
  }
  const last = then?.facts.benchmark;
  return [{ kind: 'benchmark', benchmark, before: last && isBenchmark(last) ? last.low : null }];
}
