import type { Died } from './Died';
import type { DeathStage } from './DeathStage';

/** One way in which a run loses somebody. */
export interface Death {
  readonly name: string;
  /** What dies or is late, for the table. */
  readonly what: string;
  /** How often, unless said otherwise. */
  readonly runs: number;
  /** @param waitMs from the raised share to the death, so that deaths fall everywhere between two renewals. @throws Error when nothing could be measured */
  readonly strike: (stage: DeathStage, waitMs: number) => Promise<Died>;
}
