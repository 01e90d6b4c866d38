import type { CallAnswer } from '../../domain/ramp/RampEvent';
import { poolViewOf } from '../../domain/ramp/poolViewOf';
import type { OverrideAnswer, RenewAnswer } from '../../domain/routing/answerSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';

/** An outcome of the contract as the machine reads it. */
export function callAnswer(outcome: RoutingOutcome<OverrideAnswer | RenewAnswer>, target: string): CallAnswer {
  switch (outcome.kind) {
    case 'done':
    case 'pending': {
      const { value } = outcome;
      const answer = 'pool' in value ? value : null;
      return { kind: outcome.kind, pool: answer === null ? null : poolViewOf(answer.pool, target), leaseToken: answer?.leaseToken ?? null };
    }
    case 'refused': {
      const { code, detail, retryAfterMs, holder } = outcome.problem;
      return { kind: 'refused', code, detail: holder === undefined ? detail : `${holder}: ${detail}`, retryAfterMs: retryAfterMs ?? null };
    }
    case 'unknown':
      return { kind: 'unknown', message: outcome.message };
    case 'blocked':
      return { kind: 'blocked', status: outcome.status, message: outcome.message };
  }
}
