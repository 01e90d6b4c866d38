import type { Labels } from '../../../domain/base/Labels';
import type { LabelsSeen } from '../../../domain/catalogue/resolveTraits';
import type { ProfileReadings } from '../ProfileReadings';

/** What the instances' labels say of their service besides its identity. */
export function labelsSeen(readings: ProfileReadings, rowKey: string): LabelsSeen {
  const { owner, tier } = readings.source.context.profile.labels;
  const state = readings.now.get('instances-now');
  const rows = state?.state === 'read' ? (state.answer.rows.get(rowKey) ?? []) : [];
  const labels: Labels = rows[0]?.labels ?? {};
  const ownerSeen = owner === undefined ? undefined : labels[owner];
  const tierSeen = tier === undefined ? undefined : labels[tier];
  return { labels, ...(ownerSeen && { owner: ownerSeen }), ...(tierSeen && { tier: tierSeen }) };
}
