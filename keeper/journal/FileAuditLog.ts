import { open, type FileHandle } from 'node:fs/promises';
import { auditEventSchema, type AuditEvent } from '../../src/domain/routing/answerSchema';
import { SerialLock } from '../pool/SerialLock';
import { AuditIndex } from './AuditIndex';
import type { AuditLog } from './AuditLog';

const TAIL_BYTES = 65_536;

/** One JSON document a line, never rewritten. */
export class FileAuditLog implements AuditLog {
  private readonly lock = new SerialLock();
  /** A line was written in part. It stays, as everything here stays; the next event starts a line of its own. */
  private torn = false;

  private constructor(
    private readonly handle: FileHandle,
    private readonly index: AuditIndex,
    private lastId: number
  ) {}

  /** @throws Error when the file cannot be opened. */
  static async open(path: string): Promise<FileAuditLog> {
    const handle = await open(path, 'a+', 0o600);
    const { size } = await handle.stat();
    const { text, lastId } = await endOf(handle, size);
    const log = new FileAuditLog(handle, new AuditIndex(path, size, parse), lastId);
    log.torn = text !== '' && !text.endsWith('\n');
    return log;
  }

  append(event: Omit<AuditEvent, 'id'>): Promise<void> {
    return this.lock.run(async () => {
      const { size } = await this.handle.stat();
      const start = this.torn ? '\n' : '';
      const id = this.lastId + 1;
      const line = JSON.stringify({ id, ...event });
      // Until the end of the line is known to be there; a number is not given twice, whatever became of the line.
      this.torn = true;
      this.lastId = id;
      await this.handle.appendFile(`${start}${line}\n`);
      this.torn = false;
      this.index.add({ id, pool: event.pool, offset: size + start.length, length: Buffer.byteLength(line) });
      await this.handle.datasync();
    });
  }

  /** The file is read through with the first question; every other costs what it answers. */
  async list(pool: string | null, after: number, limit: number): Promise<readonly AuditEvent[]> {
    const places = await this.index.find(pool, after, limit);
    const events = await Promise.all(places.map(({ offset, length }) => this.at(offset, length)));
    return events.filter((event) => event !== null);
  }

  close(): Promise<void> {
    return this.lock.run(() => this.handle.close());
  }

  private async at(offset: number, length: number): Promise<AuditEvent | null> {
    const { buffer } = await this.handle.read(Buffer.alloc(length), 0, length, offset);
    return parse(buffer.toString());
  }
}

/** Numbers only grow, so the last event that can be read has the greatest: years of events are not read before a baseline is given back. */
async function endOf(handle: FileHandle, size: number): Promise<{ readonly text: string; readonly lastId: number }> {
  for (let length = Math.min(size, TAIL_BYTES); ; length = Math.min(size, length * 4)) {
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const text = buffer.toString();
    const lastId = text.split('\n').reduce((last, line) => Math.max(last, parse(line)?.id ?? 0), 0);
    if (lastId > 0 || length === size) {
      return { text, lastId };
    }
  }
}

function parse(line: string): AuditEvent | null {
  try {
    const parsed = auditEventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
