import type { Series } from '../../domain/base/Series';
import type { Notice } from '../Notice';

/** What can be asked over time. */
export type CurveKind = 'demand' | 'instances' | 'daily-peak' | 'hourly-peak' | 'saturation';

/** What is known of one service over time; null while it is being read, or where it cannot be. */
export interface Curves {
  readonly demand: Series | null;
  readonly instances: Series | null;
  /** By the start of their UTC day. */
  readonly dailyPeak: Series | null;
  /** By the start of their hour. */
  readonly hourlyPeak: Series | null;
  /** Use over its own limit, by resource. */
  readonly saturation: ReadonlyMap<string, Series>;
}

export const NO_CURVES: Curves = {
  demand: null,
  instances: null,
  dailyPeak: null,
  hourlyPeak: null,
  saturation: new Map(),
};

/** Curves of several services by key. */
export interface CurvesRead {
  readonly curves: ReadonlyMap<string, Curves>;
  readonly notices: readonly Notice[];
  /** True when nothing more is being read. */
  readonly done: boolean;
}
