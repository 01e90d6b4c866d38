import { RECORDED_NAMES } from './RecordedName';

/**
 * Names among `metricNames` that our rule file records. They may hold other profiles only: ask `recordedCheck` before
 * putting them into a context.
 */
export function detectRecorded(metricNames: Iterable<string>): Set<string> {
  const known = new Set<string>(RECORDED_NAMES);
  return new Set([...metricNames].filter((name) => known.has(name)));
}
