import { formatDemand } from '../../format/formatDemand';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The pattern of the week in words: its busiest and its quietest hour. */
export function hourOfWeekSummary(values: ReadonlyArray<number | null>): string {
  const measured = values.flatMap((value, hour) => (value === null ? [] : [{ value, hour }]));
  const first = measured[0];
  if (first === undefined) {
    return 'The pattern of the week is not known yet: it needs a few days of hourly demand.';
  }
  const busiest = measured.reduce((best, h) => (h.value > best.value ? h : best), first);
  const quietest = measured.reduce((best, h) => (h.value < best.value ? h : best), first);
  return `Median demand is greatest on ${hourWords(busiest.hour)} (${formatDemand(busiest.value)}) and least on ${hourWords(quietest.hour)} (${formatDemand(quietest.value)}).`;
}

const hourWords = (hour: number): string =>
  `${DAYS[Math.floor(hour / 24)] ?? ''} at ${String(hour % 24).padStart(2, '0')}:00`;
