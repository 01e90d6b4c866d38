import { driftOf, type Drift, type ExistingRule } from './driftOf';
import type { RecordingDocument } from './RecordingDocument';

/** A rule that records, as it stands somewhere. */
export interface ExistingRecording extends ExistingRule {
  /** Null when the rule records nothing: it is an alert rule. */
  readonly record: { readonly metric: string; readonly target: string | null } | null;
}

/** Recording rules hold for no time and compare with nothing. */
const NEVER_COMPARED = { comparison: { op: '>', threshold: 0 }, holdFor: 0 } as const;

/** How a recording rule that is there differs from what would be written now. @param target uid of the data source to write to */
export function recordingDrift(existing: ExistingRecording, wanted: RecordingDocument, target: string): Drift {
  const { record } = existing;
  if (record === null) {
    return { kind: 'edited', what: 'what it does: it no longer records anything' };
  }
  if (record.metric !== wanted.record) {
    return { kind: 'edited', what: `the name of its series: ${record.metric} instead of ${wanted.record}` };
  }
  if (record.target !== target) {
    return { kind: 'edited', what: `where it writes to: ${record.target ?? 'the default data source'} instead of ${target}` };
  }
  const drift = driftOf({ ...existing, threshold: null, holdFor: null }, { mark: wanted.mark, value: wanted.value, ...NEVER_COMPARED });
  // Its query also changes when more metrics are found, or the profile is edited.
  return drift.kind === 'edited' ? { kind: 'outdated', limits: [], params: ['its query is another one: what the source holds has changed, or somebody edited the rule'] } : drift;
}
