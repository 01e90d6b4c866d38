import type { JournalEntry } from './JournalEntry';
import type { Journal } from './Journal';
import { decodeJournal, encodeEntry } from './journalCodec';
import { MemoryDisk } from './MemoryDisk';

/** A journal whose disk is a string: it survives the keeper that writes it, not the process. */
export class MemoryJournal implements Journal {
  length = 0;
  private text = '';

  constructor(private readonly disk = new MemoryDisk()) {}

  /** A crash in the middle of a write. */
  tear(): void {
    this.text += '00000000 {"kind":"po';
  }

  /** What a keeper would find on start. */
  read(): readonly JournalEntry[] {
    const { entries, soundBytes } = decodeJournal(this.text);
    this.text = Buffer.from(this.text).subarray(0, soundBytes).toString();
    return entries;
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    const stuck = this.disk.take();
    if (stuck !== null) {
      await stuck;
    }
    this.text += entries.map(encodeEntry).join('');
    this.length += entries.length;
  }

  async compact(entries: readonly JournalEntry[]): Promise<void> {
    const stuck = this.disk.take();
    if (stuck !== null) {
      await stuck;
    }
    this.text = entries.map(encodeEntry).join('');
    this.length = 0;
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
