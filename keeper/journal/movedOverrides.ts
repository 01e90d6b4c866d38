import type { JournalEntry } from './JournalEntry';
import type { NativeNames } from './NativeNames';

type PoolEntry = Extract<JournalEntry, { kind: 'pool' }>;

/** An override that the configuration of today would look for in another place than it was written to. */
export interface MovedOverride {
  readonly entry: PoolEntry;
  /** Where it was written; null = the journal is of a version that did not say. */
  readonly written: NativeNames | null;
  /** Where the configuration has the pool now; null = nowhere. */
  readonly now: NativeNames | null;
}

/** Overrides of the journal whose router, pool or targets are called otherwise by now. */
export function movedOverrides(entries: readonly JournalEntry[], names: ReadonlyMap<string, NativeNames>): readonly MovedOverride[] {
  const last = new Map(entries.flatMap((entry) => (entry.kind === 'pool' ? [[entry.record.pool, entry] as const] : [])));
  return [...last.values()].flatMap((entry) => {
    const targets = Object.keys(entry.record.override?.baseline ?? {});
    const moved = { entry, written: entry.names ?? null, now: names.get(entry.record.pool) ?? null };
    return entry.record.override === null || isWhereItWas(moved, targets) ? [] : [moved];
  });
}

function isWhereItWas({ written, now }: MovedOverride, targets: readonly string[]): boolean {
  if (now === null || written === null) {
    // Of an old journal all that can be seen is a name that is gone.
    return now !== null && targets.every((target) => now.members[target] !== undefined);
  }
  const isSameRouter = written.router === now.router && written.adapter === now.adapter && written.routerPool === now.routerPool;
  return isSameRouter && targets.every((target) => written.members[target] === now.members[target]);
}
