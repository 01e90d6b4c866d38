import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { guessRules } from '../../domain/catalogue/guessRules';
import { traitsResolver } from '../../domain/catalogue/resolveTraits';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import { checkChoice } from './checkChoice';
import { detectSource } from './detectSource';
import type { FindingsBoard } from './FindingsBoard';
import { ProfileInspection } from './ProfileInspection';
import { probeRetention, retentionFinding } from './probeRetention';
import type { ProfileFindings } from './ProfileFindings';
import { profilesInUse } from '../sources/profilesInUse';
import { NOT_RECORDED } from './recordedFinding';
import type { ServiceRow } from './ServiceRow';
import type { FoundProfile, FoundService } from './SetupView';
import type { SourceDetection } from './SourceDetection';
import type { SourceProbe } from './SourceProbe';

/**
 * Looks into one source: detection first, then every profile in use, then how far back the data reaches.
 * What fails is a failed check; the rest goes on. Rejects only with AbortError.
 */
export async function inspectSource(
  probe: SourceProbe,
  board: FindingsBoard,
  source: SourceSettings,
  draft: Settings
): Promise<void> {
  const detection = await detectSource(probe, board, source, draft);
  if (detection === null) {
    board.update({ state: 'failed' });
    return;
  }
  const used = profilesInUse(source, detection.profiles);
  board.update({ profiles: detection.profiles.map((detected) => foundProfile(detected, used, null)) });
  checkChoice(board, source, detection, used);

  const all: ProfileFindings[] = [];
  await Promise.all(
    used.map(async (detected) => {
      all.push(await new ProfileInspection(probe, board, source, detected, detection, called(detected, used)).run());
      showProfiles(board, detection, used, all, draft);
    })
  );
  if (detection.recorded.size === 0) {
    board.put({ id: 'recorded', title: 'Recording rules', expr: null }, NOT_RECORDED);
  }
  await checkRetention(probe, board, draft, all);
  board.update({ state: 'done' });
}

const called = ({ profile }: DetectedProfile, used: readonly DetectedProfile[]): string =>
  used.length > 1 ? ` (${profile.title})` : '';

function showProfiles(
  board: FindingsBoard,
  detection: SourceDetection,
  used: readonly DetectedProfile[],
  all: readonly ProfileFindings[],
  draft: Settings
): void {
  const rows = all.flatMap(({ services }) => services ?? []);
  const count = new Map(all.map(({ profileId, services }) => [profileId, services?.length ?? null]));
  board.update({
    profiles: detection.profiles.map((detected) =>
      foundProfile(detected, used, count.get(detected.profile.id) ?? null)
    ),
    services: foundServices(rows, draft),
    zones: [...new Set(all.flatMap(({ zones }) => zones))].sort(),
    versions: new Set(all.flatMap(({ versions }) => versions)).size,
    autoscalers: all.reduce((sum, { autoscalers }) => sum + autoscalers, 0),
    suggestedRules: guessRules(rows.map(({ ref }) => ref)),
  });
}

function foundProfile(
  detected: DetectedProfile,
  used: readonly DetectedProfile[],
  services: number | null
): FoundProfile {
  const { profile, origin, usable, found, missing, otherGroups } = detected;
  return {
    profile,
    custom: origin === 'custom',
    usable,
    inUse: used.includes(detected),
    services,
    found,
    missing: missing.map(({ what, lost, next }) => ({ what: `${what}: ${lost}`, next })),
    otherGroups,
  };
}

function foundServices(rows: readonly ServiceRow[], draft: Settings): FoundService[] {
  const traitsOf = traitsResolver(draft);
  return rows.map(({ ref, seen }) => {
    const { tier, tierFrom, owner } = traitsOf(ref, seen);
    return { key: ref.key, name: ref.name, scope: ref.scope, labels: ref.labels, tier, tierFrom, owner, ref, seen };
  });
}

async function checkRetention(
  probe: SourceProbe,
  board: FindingsBoard,
  { historyDays }: Settings,
  all: readonly ProfileFindings[]
): Promise<void> {
  const first = all.find(({ services }) => (services?.length ?? 0) > 0);
  if (first === undefined) {
    return;
  }
  // Raw series on purpose: recorded ones may have been filled backwards further than the rest.
  const question = questionFor('demand-now', { ...first.context, recorded: new Set() });
  if (!isNoQuestion(question)) {
    await board.run(
      { id: 'retention', title: 'History', expr: question.expr },
      () => probeRetention(probe, question.expr, historyDays),
      (reached) => retentionFinding(reached, historyDays)
    );
  }
}
