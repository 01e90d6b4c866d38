import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { auditEventSchema, type AuditEvent } from '../../src/domain/routing/answerSchema';
import { SerialLock } from '../pool/SerialLock';
import type { AuditLog } from './AuditLog';

const TAIL_BYTES = 65_536;

/** One JSON document a line, never rewritten. */
export class FileAuditLog implements AuditLog {
  private readonly lock = new SerialLock();

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private lastId: number
  ) {}

  /** @throws Error when the file cannot be opened. */
  static async open(path: string): Promise<FileAuditLog> {
    const handle = await open(path, 'a+', 0o600);
    const { size } = await handle.stat();
    const { text, lastId } = await endOf(handle, size);
    if (text !== '' && !text.endsWith('\n')) {
      // A torn last line stays, as everything here stays; the next event starts a line of its own.
      await handle.appendFile('\n');
    }
    return new FileAuditLog(path, handle, lastId);
  }

  append(event: Omit<AuditEvent, 'id'>): Promise<void> {
    return this.lock.run(async () => {
      this.lastId += 1;
      await this.handle.appendFile(`${JSON.stringify({ id: this.lastId, ...event })}\n`);
      await this.handle.datasync();
    });
  }

  async list(pool: string | null, after: number, limit: number): Promise<readonly AuditEvent[]> {
    const found: AuditEvent[] = [];
    const stream = createReadStream(this.path, 'utf8');
    for await (const line of createInterface({ input: stream })) {
      const event = parse(line);
      if (event !== null && event.id > after && (pool === null || event.pool === pool)) {
        found.push(event);
      }
      if (found.length >= limit) {
        break;
      }
    }
    stream.destroy();
    return found;
  }

  close(): Promise<void> {
    return this.lock.run(() => this.handle.close());
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
