import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { FillProgress } from '../FillProgress';
import type { Notice } from '../Notice';

/** What the fleet page draws. Policy is applied by `judgeService` on the facts, so that the growth slider needs no query. */
export interface FleetView {
  /** `session`: nothing was saved; this fleet was detected from the default Prometheus and lives in this tab only. */
  readonly mode: 'saved' | 'session';
  /** `empty`: looked and found nothing; notices say why and what to do. */
  readonly state: 'loading' | 'ready' | 'empty';
  readonly services: readonly ServiceFacts[];
  readonly notices: readonly Notice[];
  /** Null when history is complete. */
  readonly progress: FillProgress | null;
  readonly currency: string;
  /** When the "now" values were read, epoch milliseconds. */
  readonly readAt: number | null;
  /** First day of history asked for. */
  readonly since: number | null;
}
