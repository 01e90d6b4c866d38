import { unknown } from '../../domain/base/Figure';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { PeakFact } from '../../domain/capacity/ServiceFacts';
import type { FleetView } from '../fleet/FleetView';
import type { ServiceView } from './ServiceView';

const NO_PEAK: PeakFact = { figure: unknown('reqps', 'is being read'), at: null, window: 0, since: null, censored: false };

/** The page before the service was found, or when it is not there. */
export const emptyServiceView = (range: TimeWindow, fleet: FleetView, state: 'loading' | 'not-found'): ServiceView => ({
  state,
  facts: null,
  range,
  demand: null,
  capacity: null,
  instances: null,
  demandEvidence: { origins: [] },
  peaks: { minute: NO_PEAK, hour: NO_PEAK, day: NO_PEAK, ath: NO_PEAK, daily: null, ledger: [] },
  hourOfWeek: null,
  fits: [],
  apis: [],
  apisNote: null,
  resources: [],
  autoscaler: null,
  benchmarks: [],
  notices: fleet.notices,
  progress: fleet.progress,
  currency: fleet.currency,
});
