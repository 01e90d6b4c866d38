import type { Journal } from './Journal';
import type { JournalEntry } from './JournalEntry';
import type { NativeNames } from './NativeNames';

/**
 * Writes beside each record of a pool what pool and targets are called in the router, and carries through a compaction what the journal says
 * of pools the configuration does not have: somebody may put them back.
 */
export class NamedJournal implements Journal {
  private readonly kept: readonly JournalEntry[];

  /** @param found what the journal held when it was opened */
  constructor(
    private readonly journal: Journal,
    private readonly names: ReadonlyMap<string, NativeNames>,
    found: readonly JournalEntry[]
  ) {
    const lastRecord = new Map(found.flatMap((entry) => (entry.kind === 'pool' ? [[entry.record.pool, entry] as const] : [])));
    this.kept = found.filter((entry) => {
      const pool = poolOf(entry);
      return pool !== null && !names.has(pool) && (entry.kind !== 'pool' || lastRecord.get(pool) === entry);
    });
  }

  get length(): number {
    return this.journal.length;
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.journal.append(entries.map((entry) => this.named(entry)));
  }

  compact(entries: readonly JournalEntry[]): Promise<void> {
    return this.journal.compact([...this.kept, ...entries.map((entry) => this.named(entry))]);
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  private named(entry: JournalEntry): JournalEntry {
    return entry.kind === 'pool' ? { ...entry, names: this.names.get(entry.record.pool) } : entry;
  }
}

/** The pool an entry tells of; null for what the keeper holds for all pools together. */
function poolOf(entry: JournalEntry): string | null {
  switch (entry.kind) {
    case 'pool':
      return entry.record.pool;
    case 'lease-ended':
      return entry.lease.pool;
    case 'run-stopped':
      return entry.run.pool;
    case 'call':
    case 'freeze':
      return null;
  }
}
