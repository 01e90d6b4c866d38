import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { FleetState } from '../fleet/FleetState';
import type { Notice } from '../Notice';
import type { Curves, CurveKind } from './Curves';
import type { LoadTestRecord } from './LoadTestLog';
import type { Selection } from './Selection';

/** One question of a panel, an annotation or a variable. */
export interface FeedRequest {
  readonly selection: Selection;
  readonly range: TimeWindow;
  /** Empty for a picture of now. */
  readonly curves: readonly CurveKind[];
  /** `names`: the answer is complete once it is known which services there are; history is not waited for. */
  readonly until: 'names' | 'figures';
  /** Whether load tests are wanted. */
  readonly loadTests: boolean;
}

/** What is known so far. */
export interface FeedAnswer {
  readonly state: FleetState;
  /** Of the selected services. */
  readonly rows: readonly FleetRow[];
  /** By service key; a service without an entry has none. */
  readonly curves: ReadonlyMap<string, Curves>;
  readonly loadTests: readonly LoadTestRecord[];
  readonly notices: readonly Notice[];
  /** Share of the history that has been read, 0 to 1. */
  readonly share: number;
  /** True for the last answer of a question. */
  readonly done: boolean;
}

/** Why a question has no answer at all, for a person. */
export interface FeedRefusal {
  readonly refused: string;
}
