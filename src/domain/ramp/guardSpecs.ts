import type { GuardSpec } from '../guards/GuardSpec';
import type { SubjectRole } from '../guards/SubjectSamples';
import { cpuGuards } from './arming/cpuGuards';
import { dependencyGuards } from './arming/dependencyGuards';
import { extraGuards } from './arming/extraGuards';
import type { GuardFacts } from './arming/GuardFacts';
import { isArmed, type GuardOffer, type NamedGuard, type UnarmedGuard } from './arming/GuardOffer';
import { memoryGuard } from './arming/memoryGuard';
import { requestGuards } from './arming/requestGuards';
import { resourceGuards } from './arming/resourceGuards';
import { curveGuards } from './curveGuards';
import type { RampPlan } from './Plan';
import { SIGNAL } from './Signal';

export type { GuardFacts } from './arming/GuardFacts';
export type { NamedGuard } from './arming/GuardOffer';

/** Every guard of a plan: those that can be evaluated, and those that cannot, with the reason. */
export interface GuardList {
  readonly armed: readonly NamedGuard[];
  readonly unarmed: readonly UnarmedGuard[];
}

/**
 * The plan's guards as `domain/guards` evaluates them. Hard ones look at one difference of samples and stop the run; soft
 * ones at 30 s. On peers and dependencies every guard is a safety guard: a run must not hurt those it takes traffic from.
 */
export function armGuards(plan: RampPlan, facts: GuardFacts): GuardList {
  const { offers: ofDependencies, pools } = dependencyGuards(plan, facts);
  const ofTarget = [...measured(plan, facts, 'target', pools), ...extraGuards(plan, facts, 'target')];
  const ofPeers = [...(plan.guards.peers ? measured(plan, facts, 'peer', new Set()) : []), ...extraGuards(plan, facts, 'peer')].map(ofPeer);
  const offers = [...ofTarget, ...ofPeers, ...curveGuards(plan, facts), ...ofDependencies, restarted(facts)];
  const told = new Set(ofTarget.filter((offer) => !isArmed(offer)).map(sameReason));
  // What the target lacks as well is told once.
  return { armed: offers.filter(isArmed), unarmed: offers.filter((o): o is UnarmedGuard => !isArmed(o)).filter((o) => !ofPeers.includes(o) || !told.has(sameReason({ ...o, title: withoutPeer(o.title) }))) };
}

/** Those that can be evaluated. */
export const guardSpecs = (plan: RampPlan, facts: GuardFacts): readonly NamedGuard[] => armGuards(plan, facts).armed;

function measured(plan: RampPlan, facts: GuardFacts, on: SubjectRole, taken: ReadonlySet<string>): readonly GuardOffer[] {
  return [...requestGuards(plan, facts, on), ...cpuGuards(plan, facts, on), ...memoryGuard(plan, facts, on), ...resourceGuards(plan, facts, on, taken)];
}

const PEER = ' (worst peer)';

const ofPeer = (offer: GuardOffer): GuardOffer => ({ ...offer, title: `${offer.title}${PEER}` });

const withoutPeer = (title: string): string => title.slice(0, -PEER.length);

const sameReason = (offer: GuardOffer): string => (isArmed(offer) ? '' : JSON.stringify([offer.title, offer.reason]));

const restarted = ({ signals, targetStartedSeconds }: GuardFacts): NamedGuard => {
  const spec: GuardSpec = {
    id: 'restarted',
    role: 'safety',
    strength: 'hard',
    confirmations: 2,
    kind: 'restarted',
    startTime: signals.has(SIGNAL.startTime) ? SIGNAL.startTime : null,
    pinnedStartSeconds: targetStartedSeconds,
    healthy: signals.has(SIGNAL.up) ? SIGNAL.up : null,
  };
  return { title: 'The target is the one that was pinned', spec };
};
