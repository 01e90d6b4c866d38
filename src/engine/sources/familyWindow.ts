import { HOUR } from '../../domain/base/Duration';
import type { TimeWindow } from '../../domain/base/TimeWindow';

/** Families that have had no sample for this long are not there. */
const LOOK_BACK = 6 * HOUR;

/** Span in which a metric must have had samples to be found. */
export const familyWindow = (now: number): TimeWindow => ({ from: now - LOOK_BACK, to: now });
