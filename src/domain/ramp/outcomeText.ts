import type { Outcome } from './Outcome';

const rate = (rps: number): string => `${rps >= 100 ? Math.round(rps) : Math.round(rps * 10) / 10} requests/s`;

const rateOr = (rps: number | null, otherwise: string): string => (rps === null ? otherwise : rate(rps));

const at = (rps: number | null): string => (rps === null ? '' : ` at ${rate(rps)}`);

/** One sentence about how a run ended. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'limit-found':
      return `One instance carries ${rate(outcome.interval.mean)} (${rate(outcome.interval.low)} to ${rateOr(outcome.interval.high, 'more')}); limited by: ${outcome.limitedBy}.`;
    case 'carried-plan':
      return outcome.wholePool
        ? `One instance carried all traffic, ${rate(outcome.interval.mean)}: the service is over-provisioned.`
        : `One instance carries at least ${rate(outcome.interval.low)}; capped by ${outcome.cappedBy}.`;
    case 'goal-met':
      return `${rate(outcome.rps)} were asked for, ${rate(outcome.interval.mean)} were carried.`;
    case 'goal-missed':
      return `${rate(outcome.rps)} were asked for, ${rateOr(outcome.carriedRps, 'nothing')} carried: ${outcome.reason}.`;
    case 'stopped-by-guard':
      return `Guard ${outcome.guard}${at(outcome.rps)}: ${outcome.reason}.`;
    case 'target-ejected':
      return `${outcome.reason}${at(outcome.rps)}.`;
    case 'stopped-by-operator':
      return `Stopped by ${outcome.by}.`;
    case 'rehearsed':
      return `The traffic was back ${Math.round(outcome.returnMs / 100) / 10} s after the lease ended.`;
    case 'inconclusive':
      return `No answer, for want of ${outcome.missing}.`;
    case 'lost-control':
      return `${outcome.reason}; ${outcome.known}.`;
  }
}
