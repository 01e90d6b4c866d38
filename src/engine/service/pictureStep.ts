import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { lengthOf, type TimeWindow } from '../../domain/base/TimeWindow';

/** Step of the pictures of a range: a ladder, so that panels of different widths ask the same questions once. */
export function pictureStepOf(range: TimeWindow): number {
  const length = lengthOf(range);
  if (length <= 2 * DAY) {
    return MINUTE;
  }
  return length <= 21 * DAY ? 5 * MINUTE : HOUR;
}
