import type { FleetSummary } from '../capacity/fleetSummary';
import { TIERS } from '../catalogue/Tier';
import { countOf } from './countOf';
import type { ReportWords } from './ReportWords';

/** What a fleet comes to, one phrase a point. */
export function reportHeadline(summary: FleetSummary, words: ReportWords): readonly string[] {
  const short = TIERS.filter((tier) => summary.shortByTier[tier] > 0).map((tier) => `${summary.shortByTier[tier]} ${tier}`);
  const dark = summary.byStatus.unknown + summary.byStatus.stale;
  return [
    countOf(summary.services, 'service'),
    short.length === 0 ? 'nobody known to be short' : `short: ${short.join(', ')}`,
    ...(summary.instancesToAdd > 0 ? [`${countOf(summary.instancesToAdd, 'instance')} to add`] : []),
    ...(summary.instancesToGiveBack > 0 ? [givesBack(summary, words)] : []),
    ...(dark > 0 ? [`${dark} cannot be judged`] : []),
  ];
}

function givesBack({ instancesToGiveBack, givesBackPerMonth }: FleetSummary, words: ReportWords): string {
  const price = givesBackPerMonth === null ? '' : ` (${words.money(givesBackPerMonth)} a month)`;
  return `${countOf(instancesToGiveBack, 'instance')} to give back${price}`;
}
