import type { FleetView } from '../fleet/FleetView';

/** Why there is no service at all, in one text: the gravest notice, or that nothing was found. */
export function refusalOf({ notices, progress }: FleetView): string {
  const notice = notices.find((n) => n.severity === 'error') ?? notices.find((n) => n.severity === 'warning');
  if (notice) {
    return [`${notice.title}.`, notice.detail, notice.next].filter((part) => part !== undefined).join(' ');
  }
  return progress === null
    ? 'No service was found. Open the fleet page of Headroom: it says what was looked for.'
    : 'The first services are still being read: refresh in a moment.';
}
