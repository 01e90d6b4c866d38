import { refuse, type Refusal } from './Refusal';

/** What a call with an idempotency key came to. */
export interface CallRecord {
  readonly key: string;
  readonly pool: string;
  /** Of method, pool and body: another call under the same key is told apart by it. */
  readonly bodyHash: string;
  readonly outcome:
    | { readonly kind: 'done'; readonly leaseId: number; readonly status: 200 | 201 | 202 }
    | Refusal;
  /** Epoch milliseconds until which a repeat gets the same answer. */
  readonly keepUntil: number;
}

export type Replay = { readonly kind: 'new' } | { readonly kind: 'repeat'; readonly call: CallRecord } | Refusal;

/** Answers by idempotency key, so that a retry after a lost answer is the same call and not a second one. */
export class CallStore {
  private readonly calls = new Map<string, CallRecord>();
  private readonly inFlight = new Set<string>();

  /** Looks a key up; with `new` the key is taken until `settle` or `release`. */
  claim(key: string, pool: string, bodyHash: string): Replay {
    if (this.inFlight.has(key)) {
      return refuse('key_in_flight', `the call with the key ${key} is still being carried out; ask again`, { retryAfterMs: 200 });
    }
    const call = this.calls.get(key);
    if (call === undefined) {
      this.inFlight.add(key);
      return { kind: 'new' };
    }
    if (call.bodyHash !== bodyHash || call.pool !== pool) {
      return refuse('key_reused', `the key ${key} was used for another call; take a new one`);
    }
    return { kind: 'repeat', call };
  }

  settle(call: CallRecord): void {
    this.inFlight.delete(call.key);
    this.calls.set(call.key, call);
  }

  /** Gives a key back whose call came to nothing that may be repeated as an answer. */
  release(key: string): void {
    this.inFlight.delete(key);
  }

  restore(call: CallRecord): void {
    this.calls.set(call.key, call);
  }

  prune(nowMs: number): void {
    for (const [key, call] of this.calls) {
      if (call.keepUntil < nowMs) {
        this.calls.delete(key);
      }
    }
  }

  all(): readonly CallRecord[] {
    return [...this.calls.values()];
  }
}
