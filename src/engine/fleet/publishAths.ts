import { DAY } from '../../domain/base/Duration';
import type { AthPeak } from '../../domain/capacity/AthPeak';
import { TIERS, type Tier } from '../../domain/catalogue/Tier';
import type { AthVoid, PublishedAth } from '../../ports/AthStore';
import type { AssemblyContext } from './AssemblyContext';
import type { FactsAssembler } from './FactsAssembler';
import type { FleetPorts } from './Fleet';
import { labelsSeen } from './facts/labelsSeen';
import type { ProfileReadings } from './ProfileReadings';
import { recordsByService } from './recordsByService';
import { servicesOf, type FoundService } from './servicesOf';
import { WorkSlices } from './WorkSlices';

/** Records being written at once: Grafana's database is not ours. */
const IN_FLIGHT = 2;
/** Rest of a lane after each record, milliseconds. */
const REST = 50;
/** Rises smaller than this are noise of re-reading. */
const WORTH = 1.001;

interface Candidate {
  readonly tier: Tier;
  readonly ath: Omit<PublishedAth, 'id'>;
}

export type PublishPorts = Pick<FleetPorts, 'aths' | 'clock' | 'identity'>;

/**
 * Makes what this browser found known to the organization: new all-time highs of finished days, highest tier first.
 * Only an Editor may; a refusal is nobody's business, since the figure stands in this browser anyway.
 * @throws AbortError when cancelled
 */
export async function publishAths(
  ports: PublishPorts,
  all: readonly ProfileReadings[],
  facts: Pick<FactsAssembler, 'peaks'>,
  context: AssemblyContext,
  signal: AbortSignal
): Promise<void> {
  if (!ports.identity.mayDeclareBenchmarks) {
    return;
  }
  const slices = new WorkSlices(ports.clock, signal);
  const found: Candidate[] = [];
  for (const readings of all) {
    for (const service of servicesOf(readings)) {
      found.push(...candidateOf(readings, service, facts, context, ports.identity.login));
      await slices.breathe();
    }
  }
  // What was known when the visit began may be half an hour old, another tab's news by now, or could not be read at all.
  const latest = found.length > 0 ? await ports.aths.list() : null;
  if (latest?.ok) {
    const known = recordsByService(latest.value.aths);
    const news = found.filter(({ ath }) => isNews(ath, known.get(ath.service) ?? [], latest.value.voids));
    await publishInTurn(ports, news.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)).map(({ ath }) => ath), signal);
  }
}

/** All of them, two at a time with a rest after each; none after the first that is refused. */
async function publishInTurn({ aths, clock }: PublishPorts, candidates: ReadonlyArray<Candidate['ath']>, signal: AbortSignal): Promise<void> {
  const left = candidates.values();
  let refused = false;
  const lane = async (): Promise<void> => {
    for (const ath of left) {
      const written = await aths.publish(ath);
      refused ||= !written.ok;
      if (refused) {
        return;
      }
      await clock.sleep(REST, signal);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

/** None or one. */
function candidateOf(readings: ProfileReadings, found: FoundService, facts: Pick<FactsAssembler, 'peaks'>, context: AssemblyContext, by: string): Candidate[] {
  const { local } = facts.peaks(readings, found, context);
  const { key } = found.service;
  if (!local || !isFinished(local, context.now) || !isNews(local, context.aths.get(key) ?? [], context.voids.get(key) ?? [])) {
    return [];
  }
  const { tier } = context.traitsOf(found.service, labelsSeen(readings, found.rowKey));
  const { value, at, window, step, censored } = local;
  return [{ tier, ath: { service: found.service.key, value, at, window, step, censored, by } }];
}

/** Today's peak may still rise. */
const isFinished = (peak: AthPeak, now: number): boolean => peak.at + DAY <= now;

/** @param known of the same service; @param voids of any: what was voided says nothing about lower peaks */
function isNews(peak: Pick<AthPeak, 'value' | 'window' | 'step'>, known: readonly PublishedAth[], voids: readonly AthVoid[]): boolean {
  const stands = (k: PublishedAth): boolean => !voids.some((v) => v.service === k.service && v.at === k.at);
  const same = known.filter((k) => k.window === peak.window && k.step === peak.step && stands(k));
  return same.every((k) => peak.value > WORTH * k.value);
}
