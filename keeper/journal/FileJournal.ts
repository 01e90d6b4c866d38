import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SerialLock } from '../pool/SerialLock';
import type { Journal } from './Journal';
import type { JournalEntry } from './JournalEntry';
import { decodeJournal, encodeEntry } from './journalCodec';

/** The journal in a file: appended and synced before anything else happens, compacted by writing a new file and renaming it over the old. */
export class FileJournal implements Journal {
  length: number;
  private readonly lock = new SerialLock();

  private constructor(
    private readonly path: string,
    private handle: FileHandle,
    length: number
  ) {
    this.length = length;
  }

  /**
   * Opens or creates the file and reads it; a torn last line is cut off.
   * @throws Error when the file cannot be opened, or is damaged before its last line.
   */
  static async open(path: string): Promise<{ readonly journal: FileJournal; readonly entries: readonly JournalEntry[] }> {
    const handle = await open(path, 'a+', 0o600);
    try {
      const { entries, soundBytes } = decodeJournal(await readFile(path, 'utf8'));
      await handle.truncate(soundBytes);
      await handle.sync();
      await syncDirectory(path);
      return { journal: new FileJournal(path, handle, entries.length), entries };
    } catch (reason) {
      await handle.close();
      throw reason instanceof Error ? new Error(`${path}: ${reason.message}`) : reason;
    }
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.lock.run(async () => {
      const { size } = await this.handle.stat();
      try {
        await this.handle.appendFile(entries.map(encodeEntry).join(''));
        await this.handle.datasync();
      } catch (reason) {
        // Half a line must not end up in the middle once the disk has room again.
        await this.handle.truncate(size);
        throw reason;
      }
      this.length += entries.length;
    });
  }

  compact(entries: readonly JournalEntry[]): Promise<void> {
    return this.lock.run(async () => {
      const fresh = `${this.path}.new`;
      const next = await open(fresh, 'w', 0o600);
      await next.appendFile(entries.map(encodeEntry).join(''));
      await next.sync();
      await rename(fresh, this.path);
      await syncDirectory(this.path);
      await this.handle.close();
      this.handle = next;
      this.length = 0;
    });
  }

  close(): Promise<void> {
    return this.lock.run(() => this.handle.close());
  }
}

/** A new name is durable only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
