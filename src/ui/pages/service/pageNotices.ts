import type { Notice } from '../../../engine/Notice';
import { couldNotLook } from './couldNotLook';
import type { ServiceWatch } from './useServiceView';

/** What the engine says, what the address got wrong, and why the watch ended. */
export function pageNotices({ view, failure }: ServiceWatch, rangeProblem: string | null): Notice[] {
  const notices = [...(view?.notices ?? [])];
  if (failure !== null) {
    notices.push({
      id: `watch-ended:${failure}`,
      severity: 'error',
      title: view === null ? 'The service cannot be read' : 'The service can no longer be read',
      detail: failure,
      next: view === null ? 'Refresh to try again.' : 'What is shown is the last that was read. Refresh to try again.',
    });
  }
  if (rangeProblem !== null) {
    notices.push({
      id: `range:${rangeProblem}`,
      severity: 'warning',
      title: 'The time range of the address cannot be read',
      detail: `${rangeProblem}. The last 14 days are shown instead.`,
      next: 'Choose a range above.',
    });
  }
  if (view?.state === 'not-found' && !couldNotLook(view)) {
    notices.push({
      id: 'not-found',
      severity: 'warning',
      title: 'No metrics name this service',
      detail: 'It may have been renamed or removed, or its metrics are older than the data source keeps.',
      next: 'Look for it on the fleet page.',
    });
  }
  return notices;
}
