/** How a configuration asks Prometheus for a metric: by a template of PromQL, else for the average of one metric. */
export interface CanaryQuery {
  /** PromQL with `${scope}` where the instance goes. */
  readonly template: string | null;
  readonly metric: string | null;
  /** Of that metric, as text: `code=~"5.."`. */
  readonly matchers: readonly string[];
}

/** Settings of one metric of a Kayenta canary configuration (`analysisConfigurations.canary`), defaults filled in. */
export interface CanaryMetric {
  readonly name: string;
  readonly groups: readonly string[];
  /** Null where the configuration asks Prometheus for nothing. */
  readonly query: CanaryQuery | null;
  readonly direction: 'increase' | 'decrease' | 'either';
  readonly nanStrategy: 'remove' | 'replace';
  readonly removeOutliers: boolean;
  readonly outlierFactor: number;
  readonly critical: boolean;
  readonly mustHaveData: boolean;
  readonly muted: boolean;
  readonly effectSize: EffectSizeSettings;
}

export interface EffectSizeSettings {
  readonly measure: 'meanRatio' | 'cles';
  readonly allowedIncrease: number;
  readonly allowedDecrease: number;
  readonly criticalIncrease: number;
  readonly criticalDecrease: number;
}

export interface ScoreThresholds {
  /** 0 to 100; null where the configuration leaves them to the request. */
  readonly pass: number | null;
  readonly marginal: number | null;
}

export interface CanaryConfig {
  readonly name: string;
  readonly metrics: readonly CanaryMetric[];
  /** Percent by group; groups without one share the rest. */
  readonly groupWeights: Readonly<Record<string, number>>;
  readonly thresholds: ScoreThresholds;
}
