import type { Unit } from '../../domain/base/Unit';
import { formatBytes } from './formatBytes';
import { formatCount } from './formatCount';
import { formatDemand } from './formatDemand';
import { formatGrowth } from './formatGrowth';
import { formatInstances } from './formatInstances';
import { formatMoney } from './formatMoney';
import { formatSeconds } from './formatSeconds';
import { formatShare } from './formatShare';

export interface ValueFormat {
  /** Without the unit's words, where a header says them. */
  readonly bare?: boolean;
  /** Always with + or −. */
  readonly signed?: boolean;
  /** ISO code or sign of `money/month`. */
  readonly currency?: string;
}

/** A value in its unit, for people. */
export function formatValue(value: number, unit: Unit, format: ValueFormat = {}): string {
  const text = format.signed ? signed(value, unit, format) : plain(value, unit, format);
  return text;
}

function signed(value: number, unit: Unit, format: ValueFormat): string {
  if (unit === 'growth') {
    return plain(value, unit, format);
  }
  const text = plain(Math.abs(value), unit, format);
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : text;
}

function plain(value: number, unit: Unit, { bare = false, currency = '' }: ValueFormat): string {
  const words = (text: string, unitWords: string) => (bare ? text : `${text} ${unitWords}`);
  switch (unit) {
    case 'reqps':
      return formatDemand(value, bare);
    case 'reqps/instance':
      return words(formatDemand(value, bare), 'per instance');
    case 'instances':
      return words(formatInstances(value), Math.abs(value) === 1 ? 'instance' : 'instances');
    case 'share':
      return formatShare(value);
    case 'growth':
      return formatGrowth(value);
    case 'factor':
      return `${formatCount(value)} ×`;
    case 'seconds':
      return formatSeconds(value);
    case 'cores':
      return words(formatCount(value), Math.abs(value) === 1 ? 'core' : 'cores');
    case 'core-seconds/request':
      return words(formatSeconds(value), 'CPU per request');
    case 'bytes':
      return formatBytes(value);
    case 'requests':
      return words(formatCount(value), 'requests');
    case 'money/month':
      return words(formatMoney(value, currency), 'a month');
  }
}
