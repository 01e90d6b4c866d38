/**
 * What one instance carries, by the limits that are known. Demand it carries at reserve r is the least of
 * `benchmark (1-r)`, `concurrency (1-r) / latency`, `cores (1-r) / CPU-seconds per request`.
 */
export interface InstanceLimits {
  /** Lower end of the benchmark, requests/s. */
  readonly benchmark?: number;
  readonly concurrency?: { readonly limit: number; readonly latencySeconds: number };
  readonly cpu?: { readonly cores: number; readonly secondsPerRequest: number };
}
