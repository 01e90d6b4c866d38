import type { ProblemCode } from '../../src/domain/routing/answerSchema';

/**
 * The codes of the contract this keeper sends. Not `forbidden`: it knows one token and no roles. Not `not_supported`: every router here has
 * a dry run. Other endpoints may send both.
 */
export type KeeperProblem = Exclude<ProblemCode, 'forbidden' | 'not_supported'>;

/** HTTP status and title of every reason to refuse. 401 is never used: Grafana's proxy would take it for its own. */
export const PROBLEM_STATUS: Readonly<Record<KeeperProblem, { readonly status: number; readonly title: string }>> = {
  malformed: { status: 400, title: 'The request cannot be understood' },
  unknown_path: { status: 404, title: 'No such path' },
  unknown_pool: { status: 404, title: 'No such pool' },
  unknown_target: { status: 404, title: 'No such target in the pool' },
  bad_credential: { status: 403, title: 'The credential is missing or wrong' },
  lease_held: { status: 409, title: 'Another holder has the pool' },
  drifted: { status: 409, title: 'Somebody else changed the weights' },
  dirty_baseline: { status: 409, title: 'The weights are not the baseline' },
  key_in_flight: { status: 409, title: 'The same call is still being carried out' },
  stale_fence: { status: 409, title: 'The router has a newer write' },
  lease_expired: { status: 410, title: 'The lease is over' },
  run_ended: { status: 410, title: 'The run was stopped' },
  revision_stale: { status: 412, title: 'The pool has changed since it was read' },
  out_of_range: { status: 422, title: 'Out of range' },
  above_ceiling: { status: 422, title: 'Above the ceiling' },
  step_too_large: { status: 422, title: 'The step is too large' },
  not_representable: { status: 422, title: 'The router cannot express this share' },
  starves_pool: { status: 422, title: 'The rest of the pool would get nothing' },
  stale_evidence: { status: 422, title: 'The evidence is too old' },
  key_reused: { status: 422, title: 'The idempotency key was used for another call' },
  frozen: { status: 423, title: 'Everything is frozen' },
  precondition_missing: { status: 428, title: 'A required header is missing' },
  step_too_soon: { status: 429, title: 'Too soon for a further step' },
  restoring: { status: 503, title: 'Baselines are being put back' },
  router_failed: { status: 502, title: 'The router did not do as asked' },
  internal: { status: 500, title: 'The keeper failed' },
};
