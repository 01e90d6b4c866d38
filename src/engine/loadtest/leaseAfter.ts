import type { StoredRun } from '../../domain/ramp/StoredRun';
import type { LeaseView } from './LeaseView';

/** The lease of a run that has ended: one that could not see its traffic back does not know that it is. */
export function leaseAfter({ ending, outcome }: Pick<StoredRun, 'ending' | 'outcome'>): LeaseView {
  if (ending.byContract) {
    return { state: 'none' };
  }
  return { state: 'unknown', reason: outcome.kind === 'lost-control' ? outcome.known : 'the run ended before the routing endpoint showed the traffic back' };
}
