import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import type { SourceSettings } from '../../domain/catalogue/Settings';
import { failed, type Finding } from './Finding';
import type { FindingsBoard } from './FindingsBoard';
import type { SourceDetection } from './SourceDetection';

/** A person who chose a profile must hear when it is not there, instead of seeing an empty fleet. */
export function checkChoice(
  board: FindingsBoard,
  source: SourceSettings,
  detection: SourceDetection,
  used: readonly DetectedProfile[]
): void {
  const missing = source.profiles.filter((id) => !used.some(({ profile }) => profile.id === id));
  for (const id of missing) {
    const there = detection.profiles.find(({ profile }) => profile.id === id);
    board.put(
      { id: `choice:${id}`, title: `Chosen profile ${there?.profile.title ?? id}`, expr: null },
      there
        ? groupingFinding(there)
        : failed('Its metric has no samples here.', 'Take it off this source, or check that its targets are scraped.')
    );
  }
  if (source.profiles.length === 0) {
    detection.profiles
      .filter(({ usable }) => !usable)
      .forEach((there) =>
        board.put(
          { id: `choice:${there.profile.id}`, title: `Services told apart (${there.profile.title})`, expr: null },
          groupingFinding(there)
        )
      );
  }
}

function groupingFinding({ profile, otherGroups }: DetectedProfile): Finding {
  const [proposal] = otherGroups;
  return failed(
    `${profile.requests.metric} is there, and none of its labels tells services apart (looked for ${profile.group.join(', ')}).`,
    proposal
      ? `Group by ${proposal.join(', ')} instead: make a custom profile from this one.`
      : 'Add a label that names the service when scraping (relabel_configs), or describe the grouping in a custom profile.'
  );
}
