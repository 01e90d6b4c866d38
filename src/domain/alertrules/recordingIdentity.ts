import { formatDuration } from '../base/Duration';
import type { QuestionContext } from '../promql/QuestionContext';
import { PROFILE_LABEL, recordedScope } from '../promql/RecordedName';
import type { RecordingDocument } from './RecordingDocument';
import { ruleUid } from './ruleUid';

/** A data source as rules name it. */
export type RecordedSource = RecordingDocument['source'];

export interface RecordingPart {
  readonly index: number;
  readonly of: number;
}

/** What every recording rule of a profile has in common; names begin with our prefix, so that groups of others are left alone. */
export function recordingIdentity(
  source: RecordedSource,
  context: QuestionContext,
  { record, interval, part }: { readonly record: string; readonly interval: number; readonly part: RecordingPart }
): Pick<RecordingDocument, 'uid' | 'title' | 'record' | 'source' | 'group' | 'interval' | 'labels'> {
  const { profile } = context;
  const fixed = recordedScope(context).map(({ label, value }) => [label, value] as const);
  // Two sources may read one data source: all of a scope tells them apart.
  const scope = context.scope.length === 0 ? '' : JSON.stringify(context.scope);
  const suffix = part.of > 1 ? ` (${part.index + 1} of ${part.of})` : '';
  return {
    uid: ruleUid({ about: record, tier: null, source: source.uid, profile: profile.id, choice: scope, part: part.index }),
    title: `${record}, ${profile.id}${fixed.length === 0 ? '' : `, ${fixed.map(([, value]) => value).join(', ')}`}${suffix}`,
    record,
    source,
    group: `Headroom recording every ${formatDuration(interval)}`,
    interval,
    labels: { [PROFILE_LABEL]: profile.id, ...Object.fromEntries(fixed) },
  };
}
