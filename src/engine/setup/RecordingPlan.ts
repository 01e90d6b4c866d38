import type { RecordingDocument } from '../../domain/alertrules/RecordingDocument';
import type { RecordedCost } from '../../domain/promql/recordedCost';

/** What recording one profile costs and saves. */
export interface ProfileCost extends RecordedCost {
  readonly profile: string;
}

/** What makes a source cheaper to read. */
export interface RecordingPlan {
  /** Null when nothing can be recorded; `notes` say why. */
  readonly yaml: string | null;
  /** The same rules one by one, for a ruler that takes them so. */
  readonly rules: readonly RecordingDocument[];
  readonly backfill: string;
  readonly notes: readonly string[];
  /** Names of our recorded series that the source already has. */
  readonly loaded: readonly string[];
  /** Of profiles whose raw series could be counted. */
  readonly costs: readonly ProfileCost[];
}
