import { timeAt, type Series } from '../base/Series';
import { median } from '../stats/median';
import { found, notFound, type Finding } from './Finding';

/** Longer than this is not start-up: the autoscaler wanted what it could not have. */
const GIVE_UP = 3_600_000;

/**
 * How long new instances take to serve, from history: whenever the autoscaler wanted more than were ready, the time
 * until as many were ready. Seconds, the median of all such moments; no finer than the step of the series.
 * @param desired and ready on the same grid
 */
export function autoscalerLag(desired: Series, ready: Series): Finding<{ readonly seconds: number; readonly raises: number }> {
  if (desired.step !== ready.step || desired.start !== ready.start) {
    throw new RangeError(`series on different grids: start ${desired.start} and ${ready.start}, step ${desired.step} and ${ready.step}`);
  }
  const lags: number[] = [];
  for (let i = 1; i < desired.values.length; i++) {
    const served = asksForMore(desired, ready, i) ? firstReady(ready, i, desired.values[i] ?? NaN) : null;
    if (served !== null) {
      lags.push(served - timeAt(desired, i));
    }
  }
  const middle = median(lags);
  return middle === null
    ? notFound('the autoscaler did not add instances in this range', 'Choose a longer range, or one with a rise of demand.')
    : found({ seconds: middle / 1000, raises: lags.length });
}

/** A rise back to what is ready starts nothing. */
function asksForMore(desired: Series, ready: Series, i: number): boolean {
  const wanted = desired.values[i] ?? NaN;
  return wanted > (desired.values[i - 1] ?? NaN) && (ready.values[i - 1] ?? NaN) < wanted;
}

function firstReady(ready: Series, from: number, wanted: number): number | null {
  const last = Math.min(ready.values.length - 1, from + Math.floor(GIVE_UP / ready.step));
  for (let i = from; i <= last; i++) {
    if ((ready.values[i] ?? NaN) >= wanted) {
      return timeAt(ready, i);
    }
  }
  return null;
}
