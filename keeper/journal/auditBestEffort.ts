import type { AuditEvent } from '../../src/domain/routing/answerSchema';
import type { KeeperPorts } from '../KeeperPorts';

/** Writes an event without waiting: a disk that is full or hangs costs the line, never the baseline. The log has it in any case. */
export function auditBestEffort({ audit, log }: Pick<KeeperPorts, 'audit' | 'log'>, event: Omit<AuditEvent, 'id'>): void {
  log.info(event, event.kind);
  audit.append(event).catch((reason: unknown) => log.error({ pool: event.pool, err: reason }, 'the audit log cannot be written'));
}
