import type { Labels } from '../base/Labels';

/** `firing` is true now. `unclear`: its rule has no data or fails, so that nobody knows. `advice` fires and only asks to plan. */
export type AlertState = 'firing' | 'unclear' | 'advice';

/** An alert that is not quiet, as whoever evaluates its rule tells it. */
export interface FiringAlert {
  readonly name: string;
  readonly labels: Labels;
  readonly state: AlertState;
}
