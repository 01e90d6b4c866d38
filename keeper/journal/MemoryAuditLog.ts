import type { AuditEvent } from '../../src/domain/routing/answerSchema';
import type { AuditLog } from './AuditLog';
import { MemoryDisk } from './MemoryDisk';

export class MemoryAuditLog implements AuditLog {
  readonly events: AuditEvent[] = [];

  constructor(private readonly disk = new MemoryDisk()) {}

  async append(event: Omit<AuditEvent, 'id'>): Promise<void> {
    const stuck = this.disk.take();
    if (stuck !== null) {
      await stuck;
    }
    this.events.push({ id: this.events.length + 1, ...event });
  }

  async list(pool: string | null, after: number, limit: number): Promise<readonly AuditEvent[]> {
    return this.events.filter((e) => e.id > after && (pool === null || e.pool === pool)).slice(0, limit);
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
