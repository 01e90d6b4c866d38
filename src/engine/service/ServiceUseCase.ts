import type { Observable } from 'rxjs';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { ServiceView } from './ServiceView';

export interface ServiceUseCase {
  /** @param key ServiceRef.key; @param offsetMinutes of the dashboard's time zone, for the hour-of-week pattern */
  watch(key: string, range: TimeWindow, offsetMinutes: number): Observable<ServiceView>;
}
