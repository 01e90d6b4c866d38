import type { ContractWorld } from './ContractWorld';

/** One rule of the contract, as something that happens. */
export interface ContractCase {
  readonly rule: string;
  /** Why this router cannot be asked to show the rule, by what it declares of itself; null = it can. */
  readonly unsupported?: (world: ContractWorld) => string | null;
  readonly run: (world: ContractWorld) => Promise<void>;
}

type Reason = (world: ContractWorld) => string | null;

export const needsLease: Reason = (w) => (w.subject.form === 'ignores-writes' ? 'it carries nothing out, so no lease is given' : null);
export const needsReading: Reason = (w) => (w.readable ? null : 'verification: none');
export const needsRestart: Reason = (w) => (w.router.restart === null ? 'it cannot be restarted here' : null);
export const needsDelay: Reason = (w) => (w.router.delayNextWrite === null ? 'its writes cannot be held up here' : null);
export const needsDeath: Reason = (w) => (w.router.killMember === null ? 'its members cannot be killed here' : null);
export const needsTraffic: Reason = (w) => (w.router.traffic === null ? 'no traffic can be sent through it here' : null);
export const needsRouterLease: Reason = (w) => (w.capabilities.lease.enforcedBy === 'keeper' ? 'lease: enforced by the keeper' : null);

/** The first reason that holds. */
export const anyOf =
  (...reasons: readonly Reason[]): Reason =>
  (world) =>
    reasons.map((reason) => reason(world)).find((reason) => reason !== null) ?? null;
