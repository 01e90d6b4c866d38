/** The part of a live lease that dies with the keeper's process; all times monotonic milliseconds. */
export interface Lease {
  /** Handed out again to a retry of the call that took the lease; never written to disk. */
  readonly token: string;
  readonly acquiredAt: number;
  readonly deadline: number;
  readonly hardDeadline: number;
  readonly ceilingBp: number;
  readonly ceilingRps: number | null;
  /** When the newest evidence accepted was taken. */
  readonly evidenceAt: number;
  /** When shares were changed last. */
  readonly changedAt: number;
  /** When the router took the last write; null while it is under way. */
  readonly writtenAt: number | null;
  /** A read-back has shown the values written last. */
  readonly confirmed: boolean;
}
