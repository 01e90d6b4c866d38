import type { RuleSource, RuleSubject } from '../../domain/alertrules/RuleSource';
import { judgeService } from '../../domain/capacity/judgeService';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { FleetState } from '../fleet/FleetState';

/** The fleet as rules see it: services by the profile that read them, each judged by its policy. */
export function ruleSources({ readings, view }: FleetState, now: number): readonly RuleSource[] {
  const byProfile = new Map<string, ServiceFacts[]>();
  for (const facts of view.services) {
    const id = profileName(facts.service.sourceUid, facts.service.profileId);
    const list = byProfile.get(id) ?? [];
    list.push(facts);
    byProfile.set(id, list);
  }
  return readings.map(({ source }) => ({
    sourceUid: source.sourceUid,
    sourceName: source.sourceName,
    context: source.context,
    subjects: (byProfile.get(profileName(source.sourceUid, source.context.profile.id)) ?? []).map((facts) => subjectOf(facts, now)),
  }));
}

const profileName = (source: string, profile: string): string => JSON.stringify([source, profile]);

const subjectOf = (facts: ServiceFacts, now: number): RuleSubject => ({ facts, judgement: judgeService(facts, { growth: 0, now }) });
