const DAY = 86_400_000;
const HOUR = 3_600_000;
export const HISTORY_DAYS = 90;
const FRIDAY_OFFSET = 1;

/** The fixed points in time that every shape is told against. Kept beside the history, so that a warm start tells the same story. */
export interface Timeline {
  /** When the history was made: "days ago" counts from here. */
  readonly anchor: number;
  readonly start: number;
  /** The minute of the campaign's crest. */
  readonly campaign: number;
}

export function timelineFrom(anchor: number): Timeline {
  const today = Math.floor(anchor / DAY);
  const latest = today - 24;
  const friday = latest - ((latest - FRIDAY_OFFSET) % 7);
  return { anchor, start: anchor - HISTORY_DAYS * DAY, campaign: friday * DAY + 19.5 * HOUR };
}

/** Ten in the morning, that many days before the history was made: the hour of releases. */
export function workMorning(timeline: Timeline, daysAgo: number): number {
  return (Math.floor(timeline.anchor / DAY) - daysAgo) * DAY + 10 * HOUR;
}
