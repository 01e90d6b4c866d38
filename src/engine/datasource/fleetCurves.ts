import { DAY, HOUR } from '../../domain/base/Duration';
import type { Series } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { Kpi } from '../../domain/promql/Question';
import { historyOf } from '../fleet/facts/historyOf';
import type { FleetState } from '../fleet/FleetState';
import type { Notice } from '../Notice';
import { instancesOverTime } from '../service/instancesOverTime';
import { NO_CURVES, type CurveKind, type Curves, type CurvesRead } from './Curves';
import { fleetPlaces, type FleetPlace } from './fleetPlaces';
import { MOST_NARROW } from './MOST_NARROW';

/** Days of hours the fleet reads of every service. */
const HOURLY_DAYS = 14;

/**
 * Curves of many services out of what the fleet has read anyway, so that they cost no further question: hours of two
 * weeks, days before that.
 */
export function fleetCurves(
  state: FleetState,
  rows: readonly FleetRow[],
  range: TimeWindow,
  kinds: readonly CurveKind[]
): CurvesRead {
  const places = fleetPlaces(state);
  const long = range.from < state.context.now - HOURLY_DAYS * DAY - HOUR;
  const curves = new Map(
    rows.map(({ facts }): [string, Curves] => {
      const place = places.get(facts.service.key);
      return [facts.service.key, place ? curvesAt(place, kinds, long) : NO_CURVES];
    })
  );
  return { curves, done: true, notices: rows.length === 0 ? [] : coarseNotices(kinds, long) };
}

function curvesAt(place: FleetPlace, kinds: readonly CurveKind[], long: boolean): Curves {
  const wants = (kind: CurveKind) => kinds.includes(kind);
  const daily =
    wants('daily-peak') || wants('hourly-peak') || (wants('demand') && long)
      ? byStart(sumOf(place, 'daily-peak'))
      : null;
  return {
    ...NO_CURVES,
    demand: wants('demand') ? (long ? daily : sumOf(place, 'hourly-demand')) : null,
    instances: wants('instances') ? sumOf(place, 'hourly-instances') : null,
    dailyPeak: wants('daily-peak') ? daily : null,
    hourlyPeak: wants('hourly-peak') ? daily : null,
  };
}

function sumOf({ readings, rowKey }: FleetPlace, kpi: Kpi): Series | null {
  const history = historyOf(readings, kpi, rowKey);
  return history.known ? instancesOverTime(history.rows) : null;
}

/** A cell's value stands at its end; people look for a day at its start. */
const byStart = (series: Series | null): Series | null =>
  series ? { ...series, start: series.start - series.step } : null;

function coarseNotices(kinds: readonly CurveKind[], long: boolean): readonly Notice[] {
  const what = [
    ...(kinds.includes('demand') ? [long ? 'demand is shown as daily peaks' : 'demand is shown as hourly means'] : []),
    ...(kinds.includes('instances') ? [`instances as hourly means of the last ${HOURLY_DAYS} days`] : []),
    ...(kinds.includes('hourly-peak') ? ['peaks of hours are shown as peaks of days'] : []),
    ...(kinds.includes('saturation') ? ['saturation is shown as of now'] : []),
  ];
  return what.length === 0
    ? []
    : [
        {
          id: 'coarse',
          severity: 'info',
          title: `Of more than ${MOST_NARROW} services ${what.join(', ')}`,
          detail: 'These come out of what the fleet page reads, so that they cost no further query.',
          next: `Choose up to ${MOST_NARROW} services to see them in detail.`,
        },
      ];
}
