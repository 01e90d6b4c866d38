import { writeList } from '../base/writeList';
import { FEWEST_PRE_RUN } from '../canary/judgeRules';
import { guardsCheck } from './guardsCheck';
import type { RampPlan } from './Plan';
import type { PreflightCheck, PreflightInputs } from './preflight';
import { firstLookMs, judgeLooks } from './judgeLooks';
import { judgeWindowMs } from './judgeWindowMs';
import { quietCheck } from './quietCheck';
import { rehearsalStands } from './rehearsal';

type Check = (plan: RampPlan, inputs: PreflightInputs) => Omit<PreflightCheck, 'id'>;

const MOST_OFFSET = 1_000;
const FRESH_SCRAPES = 2;
/** Slowest scrape at which a fault is seen in time. */
const SLOW_SCRAPE = 15_000;

const pass = (title: string, evidence: string): Omit<PreflightCheck, 'id'> => ({ title, state: 'pass', evidence });
const warn = (title: string, evidence: string): Omit<PreflightCheck, 'id'> => ({ title, state: 'warn', evidence });
const refuse = (title: string, evidence: string): Omit<PreflightCheck, 'id'> => ({ title, state: 'refuse', evidence });

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
const rate = (rps: number): string => `${rps >= 100 ? Math.round(rps) : Math.round(rps * 10) / 10} requests/s`;

const endpoint: Check = (_plan, { facts, routerProblem }) => {
  const title = 'Routing endpoint';
  return facts === null || routerProblem !== null
    ? refuse(title, `The routing endpoint cannot be used: ${routerProblem ?? 'it did not answer'}. Check its address and token under Configuration.`)
    : pass(title, `${facts.server} answers; pool of ${facts.members.length} members, target has ${facts.baselineBp / 100} % of the traffic.`);
};

const lease: Check = ({ tier }, { facts }) => {
  const title = 'Way back if everything dies';
  if (facts === null) {
    return refuse(title, 'Not known: the endpoint did not answer.');
  }
  if (facts.enforcedBy !== 'keeper') {
    return pass(title, 'The router itself ends the lease: baseline returns even when the browser and the keeper die.');
  }
  return tier === 'P0'
    ? refuse(title, 'Only the keeper ends the lease, and a P0 service requires a lease enforced by the router: use an adapter with an in-router lease.')
    : warn(title, 'Only the keeper ends the lease: baseline returns by itself while the keeper lives.');
};

const verification: Check = (_plan, { verification: known }) => {
  const title = 'Read-back of the share';
  const words = { measured: 'counted from traffic', router: 'read from the router', echo: 'only an echo of what was written', none: 'not available' }[known];
  return known === 'measured' || known === 'router' ? pass(title, `The share in force is ${words}.`) : warn(title, `The share in force is ${words}: only the measured share shows whether traffic follows, and a step waits for it.`);
};

const permission: Check = (_plan, { mayRun }) =>
  mayRun ? pass('Permission', 'Your role may run load tests.') : refuse('Permission', 'Your role may not run load tests: an Editor may.');

const alone: Check = (_plan, { heldBy, otherRun }) => {
  const title = 'Nobody else in the pool';
  if (heldBy !== null) {
    return refuse(title, `${heldBy} holds the pool now. Wait, or stop that run first.`);
  }
  return otherRun === null ? pass(title, 'No override is in force, no other run is driven by this keeper.') : refuse(title, `Run ${otherRun} is being driven already; one run at a time.`);
};

const frozen: Check = (_plan, { frozen: why }) => (why === null ? pass('No freeze', 'Load tests are not frozen.') : refuse('No freeze', `Load tests are frozen: ${why}.`));

const members: Check = ({ target, pairedWith }, { facts, allServing, targetServing }) => {
  const title = 'Target and members';
  const missing = [target, pairedWith].find((id) => id !== null && facts !== null && !facts.members.includes(id));
  if (facts === null || (missing !== undefined && missing !== null)) {
    return refuse(title, `${missing ?? target} is not a member of the pool${facts === null ? '' : `; it has ${writeList(facts.members)}`}.`);
  }
  if (!targetServing) {
    return refuse(title, `${target} does not serve: the router sends nothing to it.`);
  }
  if (facts.members.length < 2) {
    return refuse(title, 'The pool has one member: there is nobody to take traffic from and nobody to give it back to.');
  }
  return allServing ? pass(title, `All ${facts.members.length} members serve.`) : refuse(title, 'A member of the pool does not serve: shares would move by themselves when it comes back.');
};

const mapped: Check = ({ target }, { targetMatches }) => {
  const title = 'Target in the metrics';
  if (targetMatches === 1) {
    return pass(title, `${target} is one instance in the metrics.`);
  }
  const found = targetMatches === null ? 'could not be looked up' : targetMatches === 0 ? 'matches no instance' : `matches ${targetMatches} instances`;
  return refuse(title, `${target} ${found} in the metrics: set the targets label of the profile so that it names exactly one.`);
};

const evidence: Check = (_plan, { evidenceAgeMs, missing, facts }) => {
  const title = 'Fresh samples';
  if (missing.length > 0 || evidenceAgeMs === null || facts === null) {
    return refuse(title, `No fresh sample of ${missing.length > 0 ? writeList(missing.slice(0, 4)) : 'the required series'}: without them a guard is blind.`);
  }
  return evidenceAgeMs <= FRESH_SCRAPES * facts.scrapeMs ? pass(title, `The oldest required sample is ${seconds(evidenceAgeMs)} old.`) : refuse(title, `The oldest required sample is ${seconds(evidenceAgeMs)} old, above two scrapes of ${seconds(facts.scrapeMs)}.`);
};

const scrape: Check = ({ limits: { runSeconds } }, { facts, scrapeTimeoutMs }) => {
  const title = 'Scrape interval';
  if (facts === null) {
    return refuse(title, 'Not known.');
  }
  const timeout = scrapeTimeoutMs === null ? 'its timeout is not known' : `its timeout is ${seconds(scrapeTimeoutMs)}`;
  const words = `Scraped every ${seconds(facts.scrapeMs)}; ${timeout}. ${judgeLooks(facts.scrapeMs)}`;
  if (firstLookMs(facts.scrapeMs) > runSeconds * 1000) {
    return refuse(title, `${words} The run may last ${runSeconds} s, which ends before the first look, so that no step could be permitted: let it last longer, or scrape more often.`);
  }
  return facts.scrapeMs > SLOW_SCRAPE ? warn(title, `${words} A fault is seen late: every 5 s, with a timeout of at most 2 s, is advised.`) : pass(title, words);
};

const clocks: Check = (_plan, { clockOffsetMs }) => {
  const title = 'Clocks';
  if (clockOffsetMs === null) {
    return refuse(title, 'The clocks of the endpoint and of the metrics could not be compared.');
  }
  const words = `The clocks of the endpoint and of the metrics differ by ${seconds(Math.abs(clockOffsetMs))}.`;
  return Math.abs(clockOffsetMs) <= MOST_OFFSET ? pass(title, words) : refuse(title, `${words} Above 1 s the age of a sample cannot be told: synchronise them.`);
};

/** Losing the target must not topple the rest, at today's peak either. */
const survivors: Check = ({ tier }, { facts, poolRps, peakTodayRps }) => {
  const title = 'The rest can take everything back';
  if (facts === null || poolRps === null) {
    return refuse(title, 'The demand of the pool is not known.');
  }
  const rest = facts.members.length - 1;
  const need = Math.max(poolRps, peakTodayRps ?? 0);
  const peak = `peak of today ${peakTodayRps === null ? 'not known' : rate(peakTodayRps)}`;
  if (facts.safeLimitRps === null) {
    return unknownPeak(tier, peakTodayRps, title) ?? warn(title, `The safe limit of one instance is not known: whether ${rest} instances could take ${rate(need)} back cannot be checked, and the share is not capped for it (demand now ${rate(poolRps)}, ${peak}). Choose a quiet hour.`);
  }
  const hold = rest * facts.safeLimitRps;
  const arithmetic = `${rest} x ${rate(facts.safeLimitRps)} = ${rate(hold)}; demand now ${rate(poolRps)}, ${peak}`;
  if (hold < need) {
    return refuse(title, `${arithmetic}: if the target fell over, the rest would too. Choose a quieter hour or add instances.`);
  }
  return unknownPeak(tier, peakTodayRps, title) ?? (peakTodayRps === null ? warn(title, `${arithmetic}. Demand as it is now is what the rest is held against for the whole run: a peak later today may be more.`) : pass(title, `${arithmetic}.`));
};

/** A P0 service is not tested on demand that happens to be low now. */
const unknownPeak = (tier: RampPlan['tier'], peakTodayRps: number | null, title: string): ReturnType<Check> | null =>
  peakTodayRps === null && tier === 'P0' ? refuse(title, "The peak of today could not be read, and a P0 service is not tested without it: check that the metrics answer the service's demand over the last day, then look again.") : null;

const stateless: Check = ({ stateless: declared }) =>
  declared
    ? pass('Requests are not bound to an instance', 'Stated in the plan.')
    : refuse('Requests are not bound to an instance', 'Sticky sessions and long-lived connections break both the share and the way back: state that requests are free to move, or set a connection max-age first.');

const autoscaler: Check = (_plan, inputs) => {
  const found = inputs.autoscaler;
  const title = 'Autoscaler';
  if (found === null) {
    return inputs.autoscalerUnknown === undefined ? pass(title, 'None was found for this service.') : warn(title, `Whether it is autoscaled ${inputs.autoscalerUnknown}: pin it for the run where it is.`);
  }
  return found.min === found.max ? pass(title, `Pinned at ${found.min} instances.`) : warn(title, `It may change the instances (${found.min} to ${found.max}) while the peers look idle: pin it for the run.`);
};

const quiet: Check = (_plan, { alerts }) => quietCheck(alerts);

const rollout: Check = ({ result }, { versionsInPool }) => {
  const title = 'No rollout';
  if (versionsInPool === null) {
    return warn(title, 'Versions are not in the metrics: a rollout cannot be seen.');
  }
  return versionsInPool.length > 1 && result !== 'pair' ? refuse(title, `The pool holds ${versionsInPool.length} versions (${writeList(versionsInPool.slice(0, 3))}): wait until the rollout has ended.`) : pass(title, versionsInPool.length === 0 ? 'No version label.' : `Version ${writeList(versionsInPool)}.`);
};

const noise: Check = (plan, { facts, earlier }) => {
  const title = 'What the judge can see';
  const shift = facts?.visibleShift ?? null;
  const history = earlier === null ? '' : ` ${earlier}`;
  if (shift === null) {
    return warn(title, `${tooLittle(plan, facts?.scrapeMs ?? null)}${history}`);
  }
  const left = plan.result === 'limit' && plan.guards.p99Seconds !== null ? ' A search for the limit leaves latency that no earlier run had at such a load to the p99 guard.' : '';
  return pass(title, `At this noise latency ${Math.ceil((shift - 1) * 100)} % above its peers is stopped at the judge's first look in four of five cases.${history}${left}`);
};

function tooLittle({ judge }: RampPlan, scrapeMs: number | null): string {
  const what = 'Too little history to measure the noise of this service: ';
  if (judge.kind !== 'headroom' || scrapeMs === null) {
    return `${what}verdicts may stay inconclusive.`;
  }
  const minutes = Math.ceil((FEWEST_PRE_RUN * judgeWindowMs(scrapeMs)) / 60_000);
  return `${what}before ${FEWEST_PRE_RUN} windows (${minutes} minutes) with data of the target and its peers the judge permits no step, and a judged step ends inconclusive. Wait until there is that much.`;
}

const rehearsal: Check = (_plan, { lastRehearsal, facts, now }) => {
  const title = 'Measured way back';
  const stands = facts !== null && rehearsalStands(lastRehearsal, facts.server, now);
  return stands && lastRehearsal !== null ? pass(title, `Rehearsed: traffic was back ${seconds(lastRehearsal.returnMs)} after the lease ended.`) : warn(title, 'No rehearsal stands for this router: the run begins with one.');
};

const guards: Check = (_plan, inputs) => guardsCheck(inputs.guards);

const CHECKS: Readonly<Record<string, Check>> = {
  endpoint, permission, frozen, alone, members, lease, verification, mapped, evidence, guards, scrape, clocks, survivors, stateless, autoscaler, quiet, rollout, noise, rehearsal,
};

/** Every check with its evidence, in the order a person reads them. */
export const preflightChecks = (plan: RampPlan, inputs: PreflightInputs): readonly PreflightCheck[] =>
  Object.entries(CHECKS).map(([id, check]) => ({ id, ...check(plan, inputs) }));
