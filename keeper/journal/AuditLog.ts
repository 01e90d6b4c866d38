import type { AuditEvent } from '../../src/domain/routing/answerSchema';

/** The append-only record of who did what. Events are numbered by the log. */
export interface AuditLog {
  append(event: Omit<AuditEvent, 'id'>): Promise<void>;
  /** Oldest first: events with a greater number than `after`, of one pool or of all, at most `limit`. */
  list(pool: string | null, after: number, limit: number): Promise<readonly AuditEvent[]>;
  close(): Promise<void>;
}
