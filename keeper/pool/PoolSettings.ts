/** Limits the keeper holds every client to. */
export interface PoolLimits {
  readonly ceilingBp: number;
  /** Greatest rise of a target's share in one call. */
  readonly largestStepBp: number;
  /** Least time between an accepted change and the next raise. */
  readonly minDwellMs: number;
  readonly maxLifetimeMs: number;
  readonly minTtlMs: number;
  readonly maxTtlMs: number;
  /** Two scrapes and a second: older evidence neither raises nor renews. */
  readonly maxEvidenceAgeMs: number;
}

/** One pool as configured. Targets are the contract's names of its members. */
export interface PoolSettings {
  readonly id: string;
  readonly service: string | null;
  readonly kind: 'instance' | 'version';
  readonly routerPool: string;
  /** Target -> the router's name of it. */
  readonly members: Readonly<Record<string, string>>;
  /** Configured weight of each target where the file gives it; needed for routers that cannot be read. */
  readonly baseline: Readonly<Record<string, number>> | null;
  readonly limits: PoolLimits;
}
