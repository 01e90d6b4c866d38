import type { QuestionContext } from '../../domain/promql/QuestionContext';
import type { ServiceRow } from './ServiceRow';

/** What asking one profile about its services brought. */
export interface ProfileFindings {
  readonly profileId: string;
  readonly context: QuestionContext;
  /** Null when they could not be asked for. */
  readonly services: readonly ServiceRow[] | null;
  readonly zones: readonly string[];
  readonly versions: readonly string[];
  readonly autoscalers: number;
}
