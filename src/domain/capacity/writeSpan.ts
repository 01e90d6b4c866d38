import { DAY, HOUR, MINUTE } from '../base/Duration';

/** A span of time in words, two parts at most: `3 h 5 min`, `41 d`, `under a minute`. */
export function writeSpan(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) {
    return 'under a minute';
  }
  if (milliseconds < HOUR) {
    return `${minutes} min`;
  }
  if (milliseconds < DAY) {
    return twoParts(Math.floor(milliseconds / HOUR), 'h', Math.floor((milliseconds % HOUR) / MINUTE), 'min');
  }
  const days = Math.floor(milliseconds / DAY);
  return days >= 7 ? `${days} d` : twoParts(days, 'd', Math.floor((milliseconds % DAY) / HOUR), 'h');
}

const twoParts = (first: number, unit: string, second: number, smaller: string): string =>
  second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${smaller}`;
