import type { Unit } from '../../domain/base/Unit';

/** Grafana's id of a unit; undefined where a plain number is meant. */
export function grafanaUnit(unit: Unit): string | undefined {
  switch (unit) {
    case 'reqps':
    case 'reqps/instance':
      return 'reqps';
    case 'share':
    case 'growth':
      return 'percentunit';
    case 'seconds':
    case 'core-seconds/request':
      return 's';
    case 'bytes':
      return 'bytes';
    case 'instances':
    case 'factor':
    case 'cores':
    case 'requests':
    case 'money/month':
      return undefined;
  }
}
