import { constants } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SerialLock } from '../pool/SerialLock';
import type { Journal } from './Journal';
import type { JournalEntry } from './JournalEntry';
import { decodeJournal, encodeEntry } from './journalCodec';

/** Every write goes to the end, wherever the file was cut off before: else the place of the cut would be a hole. */
const EMPTY_TO_APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_TRUNC;

/** The journal in a file: appended and synced before anything else happens, compacted by writing a new file and renaming it over the old. */
export class FileJournal implements Journal {
  length: number;
  private readonly lock = new SerialLock();
  /** Bytes that are sound where a line was written in part and could not be cut off; null = all of them. */
  private soundBytes: number | null = null;
  /** The file has the name, but a power cut could still bring back the one before it. */
  private nameUnsynced = false;

  private constructor(
    private readonly path: string,
    private handle: FileHandle,
    length: number
  ) {
    this.length = length;
  }

  /**
   * Opens or creates the file and reads it; a torn last line is cut off.
   * @throws Error when the file cannot be opened, is damaged before its last line, or holds what this version does not know.
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

  /** Everything written so far, in order. */
  read(): Promise<readonly JournalEntry[]> {
    return this.lock.run(async () => decodeJournal(await readFile(this.path, 'utf8')).entries);
  }

  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.lock.run(async () => {
      await this.mend();
      const { size } = await this.handle.stat();
      try {
        await this.handle.appendFile(entries.map(encodeEntry).join(''));
        await this.handle.datasync();
      } catch (reason) {
        // Half a line must not end up in the middle once the disk has room again; where it cannot be cut off now, the next call does it first.
        this.soundBytes = size;
        await this.mend().catch(() => undefined);
        throw reason;
      }
      this.length += entries.length;
    });
  }

  compact(entries: readonly JournalEntry[]): Promise<void> {
    return this.lock.run(async () => {
      const next = await this.written(`${this.path}.new`, entries);
      const before = this.handle;
      this.handle = next;
      this.soundBytes = null;
      this.nameUnsynced = true;
      this.length = 0;
      await before.close();
      await this.mend();
    });
  }

  close(): Promise<void> {
    return this.lock.run(() => this.handle.close());
  }

  /** A new file with these entries, under the journal's name. */
  private async written(fresh: string, entries: readonly JournalEntry[]): Promise<FileHandle> {
    const next = await open(fresh, EMPTY_TO_APPEND, 0o600);
    try {
      await next.appendFile(entries.map(encodeEntry).join(''));
      await next.sync();
      await rename(fresh, this.path);
      return next;
    } catch (reason) {
      await next.close();
      await rm(fresh, { force: true });
      throw reason;
    }
  }

  /** What an earlier call could not finish; nothing is acknowledged before it is done. */
  private async mend(): Promise<void> {
    if (this.soundBytes !== null) {
      await this.handle.truncate(this.soundBytes);
      this.soundBytes = null;
    }
    if (this.nameUnsynced) {
      await syncDirectory(this.path);
      this.nameUnsynced = false;
    }
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
