import type { JournalEntry } from './JournalEntry';

/** Where the keeper writes down what it is about to do. */
export interface Journal {
  /** Lines written since the last compaction. */
  readonly length: number;
  /** Resolves when the entries would survive a power cut. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Puts these entries in place of everything written before, in one step. */
  compact(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
}
