import type { Labels } from '../../domain/base/Labels';
import { serviceRef, type ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { Kpi } from '../../domain/promql/Question';
import type { ProfileReadings } from './ProfileReadings';

/** A service with the key under which its rows are found. */
export interface FoundService {
  readonly rowKey: string;
  readonly service: ServiceRef;
}

/** Every service that has demand now or had some in the history that was read. */
export function servicesOf(readings: ProfileReadings): readonly FoundService[] {
  const { sourceUid, context } = readings.source;
  const found = new Map<string, FoundService>();
  for (const { rows, join } of sources(readings)) {
    for (const [rowKey, [first]] of rows) {
      if (!found.has(rowKey) && first) {
        // The answer's labels may be named otherwise than the profile's (a workload for a service): go by position.
        const labels = Object.fromEntries(context.profile.group.map((name, i) => [name, first.labels[join[i] ?? name] ?? '']));
        found.set(rowKey, { rowKey, service: serviceRef(sourceUid, context.profile.id, context.profile.group, labels) });
      }
    }
  }
  return [...found.values()];
}

interface Rows {
  readonly rows: ReadonlyMap<string, ReadonlyArray<{ readonly labels: Labels }>>;
  readonly join: readonly string[];
}

function sources(readings: ProfileReadings): readonly Rows[] {
  const now = readings.now.get('demand-now');
  const histories: readonly Kpi[] = ['daily-peak', 'hourly-demand'];
  return [
    ...(now?.state === 'read' ? [{ rows: now.answer.rows, join: now.question.join }] : []),
    ...histories.flatMap((kpi) => {
      const state = readings.history.get(kpi);
      return state?.state === 'read' ? [{ rows: state.answer.rows, join: state.question.join }] : [];
    }),
  ];
}
