import type { AuditEvent } from '../../src/domain/routing/answerSchema';
import type { AuditLog } from './AuditLog';

export class MemoryAuditLog implements AuditLog {
  readonly events: AuditEvent[] = [];

  async append(event: Omit<AuditEvent, 'id'>): Promise<void> {
    this.events.push({ id: this.events.length + 1, ...event });
  }

  async list(pool: string | null, after: number, limit: number): Promise<readonly AuditEvent[]> {
    return this.events.filter((e) => e.id > after && (pool === null || e.pool === pool)).slice(0, limit);
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
