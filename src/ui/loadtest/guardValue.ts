import { formatCount } from '../format/formatCount';
import { formatDemand } from '../format/formatDemand';
import { formatSeconds } from '../format/formatSeconds';
import { formatShare } from '../format/formatShare';

/** A guard's value or limit in its unit; a unit that is not known is written behind the number. */
export function guardValue(value: number | null, unit: string): string {
  if (value === null) {
    return 'unknown';
  }
  switch (unit) {
    case 'share':
    case 'ratio':
      return formatShare(value);
    case 'seconds':
    case 's':
      return formatSeconds(value);
    case 'reqps':
      return formatDemand(value);
    case 'factor':
      return `${formatCount(value)} ×`;
    default:
      return unit === '' ? formatCount(value) : `${formatCount(value)} ${unit}`;
  }
}
