import type { KeeperClock } from './clock/KeeperClock';
import type { AuditLog } from './journal/AuditLog';
import type { Journal } from './journal/Journal';
import type { KeeperLog } from './KeeperLog';
import type { KeeperGauges } from './metrics/KeeperGauges';

/** Everything the keeper reaches outside itself, routers apart. */
export interface KeeperPorts {
  readonly clock: KeeperClock;
  readonly journal: Journal;
  readonly audit: AuditLog;
  readonly gauges: KeeperGauges;
  readonly log: KeeperLog;
  /** A new secret nobody can guess; handed to the holder of a lease. */
  readonly newToken: () => string;
  /** Longest wait for one answer of a router. */
  readonly routerTimeoutMs: number;
}
