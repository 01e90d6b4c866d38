import { createReadStream } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { auditEventSchema, type AuditEvent } from '../../src/domain/routing/answerSchema';
import { SerialLock } from '../pool/SerialLock';
import type { AuditLog } from './AuditLog';

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
    const text = await readFile(path, 'utf8');
    if (text !== '' && !text.endsWith('\n')) {
      // A torn last line stays, as everything here stays; the next event starts a line of its own.
      await handle.appendFile('\n');
    }
    const lastId = text.split('\n').reduce((last, line) => Math.max(last, parse(line)?.id ?? 0), 0);
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

function parse(line: string): AuditEvent | null {
  try {
    const parsed = auditEventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
