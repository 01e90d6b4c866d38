import { DAY } from '../../domain/base/Duration';
import type { AthPeak } from '../../domain/capacity/AthPeak';
import { TIERS, type Tier } from '../../domain/catalogue/Tier';
import type { PublishedAth } from '../../ports/AthStore';
import type { AssemblyContext } from './AssemblyContext';
import type { FactsAssembler } from './FactsAssembler';
import type { FleetPorts } from './Fleet';
import { labelsSeen } from './facts/labelsSeen';
import type { ProfileReadings } from './ProfileReadings';
import { servicesOf, type FoundService } from './servicesOf';
import type { WorkSlices } from './WorkSlices';

/** Records written in one visit; the rest follows in the next ones. */
const MOST_RECORDS = 50;
/** Rises smaller than this are noise of re-reading. */
const WORTH = 1.001;

interface Candidate {
  readonly tier: Tier;
  readonly ath: Omit<PublishedAth, 'id'>;
}

/**
 * Makes what this browser found known to the organization: new all-time highs of finished days, highest tier first.
 * Only an Editor may; a refusal is nobody's business, since the figure stands in this browser anyway.
 */
export async function publishAths(
  ports: FleetPorts,
  all: readonly ProfileReadings[],
  facts: FactsAssembler,
  context: AssemblyContext,
  slices: WorkSlices
): Promise<void> {
  if (!ports.identity.mayDeclareBenchmarks) {
    return;
  }
  const found: Candidate[] = [];
  for (const readings of all) {
    for (const service of servicesOf(readings)) {
      found.push(...candidateOf(readings, service, facts, context, ports.identity.login));
      await slices.breathe();
    }
  }
  const candidates = found.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)).slice(0, MOST_RECORDS);
  for (const { ath } of candidates) {
    const written = await ports.aths.publish(ath);
    if (!written.ok) {
      return;
    }
  }
}

/** None or one. */
function candidateOf(readings: ProfileReadings, found: FoundService, facts: FactsAssembler, context: AssemblyContext, by: string): Candidate[] {
  const { local } = facts.peaks(readings, found, context);
  const known = context.aths.get(found.service.key) ?? [];
  if (!local || !isFinished(local, context.now) || !isNews(local, known)) {
    return [];
  }
  const { tier } = context.traitsOf(found.service, labelsSeen(readings, found.rowKey));
  const { value, at, window, step, censored } = local;
  return [{ tier, ath: { service: found.service.key, value, at, window, step, censored, by } }];
}

/** Today's peak may still rise. */
const isFinished = (peak: AthPeak, now: number): boolean => peak.at + DAY <= now;

function isNews(peak: AthPeak, known: readonly PublishedAth[]): boolean {
  const same = known.filter((k) => k.window === peak.window && k.step === peak.step);
  return same.every((k) => peak.value > WORTH * k.value);
}
