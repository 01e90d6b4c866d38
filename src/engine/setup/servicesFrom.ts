import { joinKey, labelValues, type Labels } from '../../domain/base/Labels';
import type { Profile } from '../../domain/catalogue/Profile';
import type { LabelsSeen } from '../../domain/catalogue/resolveTraits';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import type { Question } from '../../domain/promql/Question';
import type { LabelledValue } from '../../ports/Metrics';
import type { ServiceRow } from './ServiceRow';

/**
 * Services in the answer of a grouped question, in the order of their names; rows that differ only in extra labels are one.
 * @param labelled rows of a question that keeps owner and tier labels, by join key; the first row of a service speaks for it
 */
export function servicesFrom(
  uid: string,
  profile: Profile,
  question: Question,
  rows: readonly LabelledValue[],
  labelled: ReadonlyMap<string, Labels> = new Map()
): ServiceRow[] {
  const byKey = new Map<string, ServiceRow>();
  for (const { labels } of rows.filter((row) => !isNobodys(row, question))) {
    const key = joinKey(labels, question.join);
    if (!byKey.has(key)) {
      const ref = serviceRef(uid, profile.id, profile.group, groupLabels(profile, question, labels));
      byKey.set(key, { ref, seen: seenIn(profile, labelled.get(key) ?? {}) });
    }
  }
  return [...byKey.values()].sort((a, b) => compare(a.ref.name, b.ref.name) || compare(a.ref.scope, b.ref.scope));
}

/** True for the row of requests that carry none of the grouping labels: they belong to no service. */
export const isNobodys = ({ labels }: LabelledValue, question: Question): boolean =>
  question.join.every((name) => !labels[name]);

// The labels of an answer may be named differently from the profile's own; the order is the same.
function groupLabels(profile: Profile, question: Question, labels: Labels): Labels {
  const values = labelValues(labels, question.join);
  return Object.fromEntries(profile.group.map((name, i) => [name, values[i] ?? '']));
}

function seenIn(profile: Profile, labels: Labels): LabelsSeen {
  const owner = profile.labels.owner && labels[profile.labels.owner];
  const tier = profile.labels.tier && labels[profile.labels.tier];
  return { ...(owner && { owner }), ...(tier && { tier }), labels };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
