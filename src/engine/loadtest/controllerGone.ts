import type { RunRecord } from '../../domain/records/runRecord';
import type { RoutingPool } from '../../domain/routing/poolSchema';

/** States that hold an override as long as somebody drives. */
const HOLDING: ReadonlySet<string> = new Set(['settling', 'judging', 'confirming', 'holding', 'backing-off']);
/** A controller that lives looks every second, sees that its lease has ended, and writes so. */
const NOTICED_MS = 6_000;
/** The longest a controller is silent without holding anything: the way back with its patience. */
const SILENT_MS = 180_000;

/** Of the run, or of its rehearsal, which has a run id of its own on the wire. */
export const isOfRun = (wireRunId: string, runId: string): boolean => wireRunId === runId || wireRunId === `${runId}-rehearsal`;

/** True when nobody can be driving a run any more, by its records and the contract; in doubt false. */
export function controllerGone(records: readonly RunRecord[], { override, lastEnd, serverTime }: RoutingPool): boolean {
  const last = records.at(-1);
  if (last === undefined || (override !== null && isOfRun(override.runId, last.run))) {
    return false;
  }
  // The lease of a rehearsal ends while its controller lives: only that of the run itself tells.
  const endedAt = lastEnd?.runId === last.run ? lastEnd.at : null;
  const held = last.event === 'change' && HOLDING.has(last.state);
  const noticed = held || (endedAt !== null && last.at <= endedAt);
  return noticed ? serverTime - Math.max(endedAt ?? -Infinity, last.at) > NOTICED_MS : serverTime - last.at > SILENT_MS;
}
