import type { SourceFindings } from '../../../../engine/setup/SetupView';

/** What reports now in one line. */
export function foundSummary({ services, zones, versions, autoscalers }: SourceFindings): string {
  const names = `${zones.slice(0, 4).join(', ')}${zones.length > 4 ? ', …' : ''}`;
  const extras = [
    zones.length > 0 ? `${count(zones.length, 'zone')} (${names})` : 'zones unknown',
    versions > 0 ? count(versions, 'version') : 'versions unknown',
    count(autoscalers, 'autoscaler'),
  ];
  return `${count(services.length, 'service')} reporting now; ${extras.join(', ')}`;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
