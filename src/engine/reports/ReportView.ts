import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { ReportWeek } from '../../domain/report/ReportWeek';
import type { ServiceBefore } from '../../domain/report/ServiceBefore';
import type { FleetView } from '../fleet/FleetView';

/** What a weekly report is built from. */
export interface ReportView extends Pick<FleetView, 'state' | 'notices' | 'progress' | 'currency' | 'readAt' | 'since'> {
  /** Judged, worst first within a tier; the verdicts the fleet page shows. */
  readonly rows: readonly FleetRow[];
  /** By service key. */
  readonly before: ReadonlyMap<string, ServiceBefore>;
  readonly week: ReportWeek;
}
