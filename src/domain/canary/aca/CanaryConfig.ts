/** Settings of one metric of a Kayenta canary configuration (`analysisConfigurations.canary`), defaults filled in. */
export interface CanaryMetric {
  readonly name: string;
  readonly groups: readonly string[];
  /** PromQL of the configuration, where it holds one. */
  readonly promql: string | null;
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
