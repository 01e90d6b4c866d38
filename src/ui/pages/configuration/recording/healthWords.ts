import type { RecordingStanding } from '../../../../engine/alerting/RecordingUseCase';

/** How a recording rule stands in Grafana, in words. */
export function healthWords({ stored, foreign, drift, health }: RecordingStanding): string {
  if (stored === null) {
    return 'not saved';
  }
  if (foreign) {
    return `not saved: a rule of somebody else has its uid ("${stored.title}")`;
  }
  const where = stored.provisioned === null ? '' : `, provisioned (${stored.provisioned}), read-only`;
  const state = stored.paused ? 'paused' : evaluation(health);
  return `${state}${where}${drift.kind === 'none' ? '' : ', not what would be written now'}`;
}

function evaluation(health: RecordingStanding['health']): string {
  switch (health?.kind) {
    case undefined:
      return 'saved; Grafana does not say how it goes';
    case 'waiting':
      return 'saved, not evaluated yet';
    case 'ok':
      return 'written';
    case 'no-data':
      return 'evaluated, no rows to write';
    case 'error':
      return `failing: ${health.message}`;
  }
}
