import { refuse, type Refusal } from './Refusal';
import type { PoolState } from './PoolState';
import { tokenHash } from './tokenHash';
import { isChange, type WriteCall } from './WriteCall';

const RESTORING_RETRY_MS = 500;

/**
 * Whether this caller may write to the pool at all, in the order in which the reasons matter to it:
 * its own run or lease is over; everything is frozen; baselines are being put back; another holder; a stale view.
 */
export function admitCaller(state: PoolState, call: WriteCall): Refusal | null {
  const { request } = call;
  return (
    overForRun(state, request.runId) ??
    (isChange(request) ? overForToken(state, request.leaseToken) : null) ??
    frozenRefusal(state) ??
    restoringRefusal(state) ??
    (isChange(request) ? null : heldRefusal(state)) ??
    staleRevision(state, call.revision) ??
    divergedRefusal(state)
  );
}

/** Whether the holder of this token may still renew. */
export const admitRenewal = (state: PoolState, token: string): Refusal | null => overForToken(state, token) ?? frozenRefusal(state) ?? restoringRefusal(state);

function overForRun(state: PoolState, runId: string): Refusal | null {
  return state.ended.isStopped(runId) ? refuse('run_ended', `the run ${runId} was stopped; the baseline is restored or being restored`) : null;
}

function overForToken(state: PoolState, token: string): Refusal | null {
  const hash = tokenHash(token);
  const { override } = state.record;
  if (override?.ending === 'keeper_restarted' && override.tokenHash === hash) {
    return restoringRefusal(state);
  }
  if (override?.ending === null && override.tokenHash === hash) {
    return null;
  }
  const ended = state.ended.leaseOf(hash);
  if (ended === undefined) {
    return refuse('lease_expired', 'this lease token is not known here; the lease it stood for is over');
  }
  return state.ended.isStopped(ended.runId)
    ? refuse('run_ended', `the run ${ended.runId} was stopped; the baseline is restored or being restored`)
    : refuse('lease_expired', `the lease ended: ${ended.cause}; the baseline is restored or being restored`);
}

function frozenRefusal(state: PoolState): Refusal | null {
  const frozen = state.frozen();
  return frozen === null ? null : refuse('frozen', `frozen by ${frozen.by}: ${frozen.reason}`);
}

function restoringRefusal(state: PoolState): Refusal | null {
  const ending = state.record.override?.ending ?? null;
  return ending === null ? null : refuse('restoring', `the baseline is being put back after: ${ending}`, { retryAfterMs: RESTORING_RETRY_MS });
}

function heldRefusal(state: PoolState): Refusal | null {
  const { override } = state.record;
  if (override === null) {
    return null;
  }
  const remainingMs = Math.max(0, Math.round((state.lease?.deadline ?? state.now()) - state.now()));
  return refuse('lease_held', `${override.holder} holds the pool for the run ${override.runId}`, { holder: override.holder, remainingMs });
}

function staleRevision(state: PoolState, revision: number): Refusal | null {
  return revision === state.record.revision ? null : refuse('revision_stale', `the pool is at revision ${state.record.revision}, not ${revision}; read it again`);
}

function divergedRefusal(state: PoolState): Refusal | null {
  return state.record.diverged === null ? null : refuse('drifted', `${state.record.diverged.detail}; an admin must clear the pool first`);
}
