import type { MissingPart } from './DetectedProfile';
import type { LabelFacts } from './LabelFacts';
import { groupsOf } from './metricsToAskAbout';
import type { Profile } from './Profile';

/** Share of series that must carry a grouping label; a few strays do not spoil a grouping. */
const NEARLY_ALL = 0.99;

export interface FittedGroup {
  /** Null when no grouping fits. */
  readonly group: readonly string[] | null;
  readonly others: ReadonlyArray<readonly string[]>;
  readonly missing: readonly MissingPart[];
}

/** The first grouping whose labels nearly all series carry, else the first that at least some carry in full. */
export function fitGroup(profile: Profile, facts: LabelFacts): FittedGroup {
  const groups = [...new Map([profile.group, ...groupsOf(profile)].map((g) => [g.join(), g])).values()];
  const least = (group: readonly string[]): number => Math.min(...group.map((label) => shareOf(facts, label)));
  const full = groups.filter((group) => least(group) >= NEARLY_ALL);
  const group = full[0] ?? groups.find((g) => least(g) > 0) ?? null;
  return {
    group,
    others: full.filter((other) => other !== group),
    missing: [...absent(profile, facts, group), ...(group ? partial(group, facts) : [])],
  };
}

const shareOf = (facts: LabelFacts, label: string): number =>
  facts.series > 0 ? (facts.labels.get(label)?.series ?? 0) / facts.series : 0;

/** Labels of the profile's own grouping that no series carries. */
function absent(profile: Profile, facts: LabelFacts, chosen: readonly string[] | null): MissingPart[] {
  return profile.group
    .filter((label) => shareOf(facts, label) === 0)
    .map((label) => ({
      what: `grouping label ${label} on ${facts.metric}`,
      lost: chosen
        ? `services are told apart by ${chosen.join(', ')} instead`
        : 'services cannot be told apart, so this family is not used',
      next: chosen
        ? 'Nothing, if these are your services; else add the label to the targets, or choose another grouping.'
        : `Add ${label} to the targets (relabelling), or write a custom profile with the label that names the service.`,
    }));
}

function partial(group: readonly string[], facts: LabelFacts): MissingPart[] {
  return group
    .filter((label) => shareOf(facts, label) < NEARLY_ALL)
    .map((label) => ({
      what: `grouping label ${label} on ${Math.round((1 - shareOf(facts, label)) * 100)} % of the series of ${facts.metric}`,
      lost: 'their requests are counted under a service without a name',
      next: 'Add the label to the remaining targets, or leave them out with a scope matcher.',
    }));
}
