import type { SideStatistics } from './sideStatistics';

export type MetricLabel = 'Pass' | 'High' | 'Low' | 'Nodata' | 'NodataFailMetric' | 'Error';

export interface Classification {
  readonly label: MetricLabel;
  readonly reason: string;
  /** Mean experiment / mean control; 1 where the rules say so, NaN when a mean is 0. */
  readonly ratio: number;
  readonly critical: boolean;
  /** What the comparison rested on; null when it was decided before. */
  readonly comparison: Comparison | null;
}

export interface Comparison {
  /** Limits of the shift experiment - control at 98 %, and its estimate. */
  readonly lower: number;
  readonly upper: number;
  readonly estimate: number;
  readonly effectSize: number;
  /** 0.25 x |estimate|. */
  readonly bound: number;
}

export interface CanaryMetricResult extends Classification {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly muted: boolean;
  readonly control: SideStatistics;
  readonly experiment: SideStatistics;
}

export interface GroupScore {
  readonly name: string;
  readonly score: number;
  readonly hasData: boolean;
  /** Percent of the sum. */
  readonly weight: number;
}

export type ScoreLabel = 'Pass' | 'Marginal' | 'Fail';

export interface CanaryResult {
  readonly metrics: readonly CanaryMetricResult[];
  readonly groups: readonly GroupScore[];
  readonly score: number;
  readonly label: ScoreLabel;
  readonly reason: string;
}
