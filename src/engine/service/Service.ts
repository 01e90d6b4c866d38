import { Observable } from 'rxjs';
import { DAY } from '../../domain/base/Duration';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Clock } from '../../ports/Clock';
import type { Fleet } from '../fleet/Fleet';
import type { QueryLayer } from '../queries/QueryLayer';
import { emptyServiceView } from './emptyServiceView';
import { pictureStepOf } from './pictureStep';
import { servicePlace, type ServicePlace } from './servicePlace';
import { ServiceReader } from './ServiceReader';
import type { ServiceUseCase } from './ServiceUseCase';
import type { ServiceView } from './ServiceView';
import { assembleServiceView } from './assembleServiceView';

/**
 * The service page: the fleet's own facts of one service, so that page and fleet never disagree, and what only this
 * page needs, read once a visit for this service alone.
 */
export class Service implements ServiceUseCase {
  constructor(
    private readonly fleet: Fleet,
    private readonly layer: QueryLayer,
    private readonly clock: Clock
  ) {}

  watch(key: string, range: TimeWindow, offsetMinutes: number): Observable<ServiceView> {
    return new Observable((subscriber) => {
      const stop = new AbortController();
      let place: ServicePlace | null = null;
      let reader: ServiceReader | null = null;
      const draw = () => {
        if (place && reader && !stop.signal.aborted) {
          subscriber.next(assembleServiceView({ place, reader, range, offsetMinutes }));
        }
      };
      const subscription = this.fleet.state().subscribe((state) => {
        place = servicePlace(state, key);
        if (!place) {
          const looked = state.view.state !== 'loading' && state.view.progress === null;
          subscriber.next(emptyServiceView(range, state.view, looked ? 'not-found' : 'loading'));
          return;
        }
        if (!reader) {
          reader = this.reader(place, range, stop.signal, draw);
          const now = this.clock.now();
          reader.read(range, { from: now - state.settings.historyDays * DAY, to: now }).catch((error: unknown) => {
            if (!stop.signal.aborted) {
              subscriber.error(error);
            }
          });
        }
        draw();
      });
      return () => {
        stop.abort();
        subscription.unsubscribe();
      };
    });
  }

  private reader({ readings, found }: ServicePlace, range: TimeWindow, signal: AbortSignal, changed: () => void): ServiceReader {
    const context = { ...readings.source.context, service: found.service, step: pictureStepOf(range) };
    return new ServiceReader(this.layer, readings.source.sourceUid, context, signal, changed);
  }
}
