import { DAY, HOUR, MINUTE, SECOND } from '../../domain/base/Duration';

const UNITS: ReadonlyArray<readonly [size: number, word: string]> = [
  [DAY, 'day'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
];

/** A span of time in its largest fitting unit: 5 min, 2 h, 90 days. */
export function formatSpan(milliseconds: number): string {
  const [size, word] = UNITS.find(([unit]) => milliseconds >= unit) ?? [1, 'ms'];
  const count = Math.round((milliseconds / size) * 10) / 10;
  return `${count} ${word === 'day' && count !== 1 ? 'days' : word}`;
}
