import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import type { Clock } from '../../ports/Clock';
import type { Identity } from '../../ports/Identity';
import type { Locks } from '../../ports/Locks';
import type { Log } from '../../ports/Log';
import type { Router } from '../../ports/Router';
import type { RunStore } from '../../ports/RunStore';
import type { Ticker } from '../../ports/Ticker';
import type { Judge } from '../../domain/canary/Judge';
import type { RampPlan } from '../../domain/ramp/Plan';

/** What one run needs of the world. */
export interface RunPorts {
  readonly router: Router;
  readonly store: RunStore;
  readonly clock: Clock;
  /** Monotonic milliseconds from any origin. */
  readonly monotonic: () => number;
  readonly ticker: Ticker;
  readonly log: Log;
  readonly judgeFor: (plan: RampPlan) => Judge;
  /** Tells a person outside of the page; a warning in the log at least. */
  readonly page: (text: string) => void;
}

export interface LoadTestPorts extends RunPorts {
  readonly identity: Identity;
  readonly locks: Locks;
  readonly newRunId: () => string;
  /** Where a finished run leaves its benchmark. */
  readonly benchmarks: Pick<BenchmarkStore, 'declare'>;
}
