import type { AlertInstance } from '../../domain/alertrules/AlertFold';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { QueryFailure } from '../../ports/Metrics';

/** What a rule would have done, with the limits it has now. */
export interface Preview {
  readonly uid: string;
  /** Evaluations it speaks of, both ends included. */
  readonly window: TimeWindow;
  /** 0 to 1. */
  readonly progress: number;
  readonly done: boolean;
  readonly instances: readonly AlertInstance[];
  /** Why it broke off, or what of it is missing; what was read stands. */
  readonly failure: QueryFailure | null;
}
