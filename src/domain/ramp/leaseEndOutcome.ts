import type { ProblemCode } from '../routing/answerSchema';
import type { OverrideEndCause } from '../routing/poolSchema';
import type { Outcome } from './Outcome';

/**
 * How a run ends when the endpoint says that its lease is over, or was never given. Null = over, and nobody says why.
 * @param by who ended it, where the endpoint knows
 */
export function leaseEndOutcome(cause: OverrideEndCause | ProblemCode | null, detail: string, by: string | null = null): Outcome {
  switch (cause) {
    case 'stopped':
    case 'run_ended':
      return { kind: 'stopped-by-operator', by: `${by ?? 'somebody'} at the routing endpoint` };
    case 'frozen':
      return { kind: 'stopped-by-operator', by: by === null ? 'the global freeze' : `the global freeze of ${by}` };
    case 'membership_changed':
      return { kind: 'stopped-by-guard', guard: 'instance-set', rps: null, reason: 'the members of the pool changed, so that the share rose by itself; the endpoint gave the traffic back' };
    case 'ceiling':
      return { kind: 'stopped-by-guard', guard: 'ceiling', rps: null, reason: 'the endpoint found the target above its ceiling and gave the traffic back' };
    case 'lease_held':
      return { kind: 'inconclusive', missing: `the pool: somebody else holds it (${detail})` };
    case 'expired':
    case 'lifetime':
      return { kind: 'lost-control', reason: SAID[cause], known: 'the endpoint restores the baseline by itself' };
    case 'lease_expired':
      return { kind: 'lost-control', reason: `the lease is over, and why is not known (the endpoint answered: ${detail})`, known: 'the endpoint restores the baseline by itself' };
    case 'lost':
    case 'keeper_restarted':
    case 'diverged':
    case 'router_error':
    case 'restoring':
    case 'drifted':
      return { kind: 'lost-control', reason: `${SAID[cause]} (${detail})`, known: 'the endpoint says the override is over' };
    case null:
      return { kind: 'lost-control', reason: `the override is gone and nobody says why (${detail})`, known: 'the contract shows no override of this run' };
    default:
      return { kind: 'inconclusive', missing: `the consent of the routing endpoint: ${cause}, ${detail}` };
  }
}

const SAID = {
  expired: 'the lease ended: it was not renewed in time',
  lifetime: 'the lease ended: it had lived as long as it may',
  lost: 'the router was restarted or reloaded and no longer has the override',
  keeper_restarted: 'the keeper was restarted',
  diverged: 'somebody else changed the weights',
  router_error: 'the router refused or failed',
  restoring: 'the keeper was restarted and is putting baselines back',
  drifted: 'the router holds weights that nothing explains',
} as const;
