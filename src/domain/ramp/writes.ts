import type { Observation } from './Observation';
import type { RampCommand } from './RampCommand';
import type { PendingCall, Run } from './RampState';

/** A write on its way: the run that remembers it, the call, and the command that makes it. */
export interface Write {
  readonly run: Run;
  readonly call: PendingCall;
  readonly command: RampCommand;
}

/** Takes the lease, or moves the share under the lease held. Spends the evidence of `observation`. */
export function writeShare(run: Run, shareBp: number, observation: Observation, now: number): Write {
  const revision = observation.pool?.revision ?? run.lease?.revision ?? run.facts.revision;
  const key = `${run.runId}-${run.calls + 1}`;
  const call: PendingCall = {
    call: run.lease === null ? 'acquire' : 'change',
    key,
    revision,
    seq: run.lease === null ? 0 : run.lease.seq + 1,
    shareBp,
    sentAt: now,
    status: 'sent',
    unsureAt: now,
    tries: 1,
  };
  const evidenceAt = observation.evidenceAt ?? run.spentEvidence;
  const next = { ...run, wrote: true, calls: run.calls + 1, spentEvidence: Math.max(run.spentEvidence, evidenceAt) };
  return { run: next, call, command: commandOf(next, call, evidenceAt) };
}

/** The same call once more, with the same key: the endpoint applies it at most once. */
export function writeAgain(run: Run, call: PendingCall, observation: Observation, now: number): Write {
  const again: PendingCall = { ...call, sentAt: now, status: 'sent', tries: call.tries + 1 };
  return { run, call: again, command: commandOf(run, again, observation.evidenceAt ?? run.spentEvidence) };
}

function commandOf({ plan, facts }: Run, call: PendingCall, evidenceAt: number): RampCommand {
  const sharesBp = { [plan.target]: call.shareBp, ...(plan.pairedWith !== null && { [plan.pairedWith]: call.shareBp }) };
  const common = { key: call.key, revision: call.revision, sharesBp, ttlSeconds: facts.ttlSeconds, evidenceAt };
  if (call.call === 'change') {
    return { kind: 'change', ...common, seq: call.seq };
  }
  const { shareBp, demandRps, runSeconds } = plan.limits;
  return {
    kind: 'acquire',
    ...common,
    maxLifetimeSeconds: Math.min(runSeconds, facts.maxLifetimeSeconds),
    ceilingBp: Math.max(call.shareBp, Math.min(shareBp, facts.ceilingBp)),
    ceilingRps: demandRps,
  };
}
