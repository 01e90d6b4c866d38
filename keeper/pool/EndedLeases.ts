import type { OverrideEndCause } from '../../src/domain/routing/poolSchema';

export interface EndedLease {
  readonly pool: string;
  readonly leaseId: number;
  readonly tokenHash: string;
  readonly runId: string;
  readonly cause: OverrideEndCause;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface StoppedRun {
  readonly pool: string;
  readonly runId: string;
  readonly at: number;
}

/** Tombstones of one pool: what arrives late for a dead lease or a stopped run is told so, and never applied. */
export class EndedLeases {
  private readonly leases = new Map<string, EndedLease>();
  private readonly runs = new Map<string, StoppedRun>();

  add(lease: EndedLease): void {
    this.leases.set(lease.tokenHash, lease);
  }

  stop(run: StoppedRun): void {
    this.runs.set(run.runId, run);
  }

  leaseOf(tokenHash: string): EndedLease | undefined {
    return this.leases.get(tokenHash);
  }

  causeOf(leaseId: number): EndedLease | undefined {
    return [...this.leases.values()].find((l) => l.leaseId === leaseId);
  }

  isStopped(runId: string): boolean {
    return this.runs.has(runId);
  }

  /** Runs that held a lease here and are not stopped yet. */
  knownRuns(): string[] {
    return [...new Set([...this.leases.values()].map((l) => l.runId))].filter((runId) => !this.runs.has(runId));
  }

  /** Forgets what ended before `oldest`, epoch milliseconds. */
  prune(oldest: number): void {
    for (const [key, lease] of this.leases) {
      if (lease.at < oldest) {
        this.leases.delete(key);
      }
    }
    for (const [key, run] of this.runs) {
      if (run.at < oldest) {
        this.runs.delete(key);
      }
    }
  }

  all(): { readonly leases: readonly EndedLease[]; readonly runs: readonly StoppedRun[] } {
    return { leases: [...this.leases.values()], runs: [...this.runs.values()] };
  }
}
