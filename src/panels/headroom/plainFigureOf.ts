import { STALE_AFTER } from '../../domain/capacity/verdictsOf';
import { writeSpan } from '../../domain/capacity/writeSpan';
import type { PlainFigure } from './PlainFigure';
import type { PlainSeries } from './PlainSeries';

/** A value so many steps ago is the last one of a series that ended. */
const MOST_STEPS = 3;

/**
 * The newest value of the only series found; of several none speaks for the service.
 * @param query letter of the query, empty when none is set
 * @param what what the query holds, in words
 * @param asOf the moment the panel speaks of, epoch milliseconds
 */
export function plainFigureOf(found: readonly PlainSeries[], query: string, what: string, asOf: number): PlainFigure {
  const [series, ...more] = found;
  const missing = (reason: string): PlainFigure => ({ value: null, missing: `${reason}: its ${what} is not known.`, stale: null });
  if (query === '') {
    return { value: null, missing: `No query is set for the ${what}: it is not known.`, stale: null };
  }
  if (!series) {
    return missing(`Query ${query} has no series for this service`);
  }
  if (more.length > 0) {
    return missing(`Query ${query} has ${found.length} series for this service`);
  }
  if (series.value === null) {
    return missing(`Query ${query} has no value for this service in this time range`);
  }
  const silence = series.at === null ? 0 : asOf - series.at;
  const ended = silence > Math.max(STALE_AFTER, MOST_STEPS * (series.step ?? 0));
  return { value: series.value, missing: null, stale: ended ? `Query ${query} has no value of the last ${writeSpan(silence)}: its ${what} is stale.` : null };
}
