import type { OverrideAnswer } from '../../src/domain/routing/answerSchema';
import { poolSchema } from '../../src/domain/routing/poolSchema';
import type { Keeper } from '../Keeper';
import type { ShapeName } from '../http/contractComponents';
import type { KeeperAnswer } from '../pool/Refusal';
import { acquireRequest, changeRequest } from './requests';

export interface RandomCall {
  readonly kind: 'drive' | 'stop' | 'look' | 'govern';
  readonly pool: string;
  readonly runId: string | null;
  /** Of an answer that is no problem. */
  readonly shape: ShapeName;
  readonly send: (keeper: Keeper) => Promise<KeeperAnswer<unknown>>;
}

interface Known {
  revision: number;
  token: string | null;
  seq: number;
  runId: string;
}

export const CLIENT_CEILING_BP = 4600;
const TARGETS = ['a', 'b', 'c', 'd'] as const;
const CALLS_KEPT = 40;

/** A client without manners: it guesses, repeats, comes late, forgets its token and uses old ones. */
export class CallClient {
  waiting = false;
  /** Grows when the keeper it talked to was killed. */
  life = 0;
  private readonly known = new Map<string, Known>();
  private readonly past: RandomCall[] = [];
  private made = 0;
  private runs = 0;
  private pool: string;

  constructor(
    private readonly name: string,
    private readonly pools: readonly string[],
    private readonly random: () => number,
    private readonly mayBreakGlass: boolean
  ) {
    this.pool = pools[0] ?? '';
  }

  next(): RandomCall {
    this.pool = this.pick(this.pools);
    const chance = this.random();
    const late = this.past[Math.floor(this.random() * this.past.length)];
    if (chance < 0.1 && late !== undefined) {
      this.pool = late.pool;
      return late;
    }
    const call = this.make(chance);
    this.past.push(call);
    if (this.past.length > CALLS_KEPT) {
      this.past.shift();
    }
    return call;
  }

  /** Learns what an answer tells. */
  hear(answer: KeeperAnswer<unknown>): void {
    if (answer.kind === 'refused') {
      this.forget(answer.code);
      return;
    }
    const body = answer.body as Partial<OverrideAnswer>;
    const pool = poolSchema.safeParse(body.pool ?? body);
    if (!pool.success) {
      return;
    }
    const known = this.of(pool.data.id);
    known.revision = pool.data.revision;
    known.seq = Math.max(known.seq, pool.data.override?.seq ?? 0);
    known.token = body.leaseToken ?? known.token;
  }

  /** The answer will never come. */
  abandon(): void {
    this.life += 1;
    this.waiting = false;
  }

  private make(chance: number): RandomCall {
    const holds = this.of(this.pool).token !== null;
    if (chance < 0.55) {
      return holds || this.random() < 0.1 ? this.change() : this.acquire();
    }
    if (chance < 0.8) {
      return holds || this.random() < 0.1 ? this.renew() : this.acquire();
    }
    if (chance < 0.83) {
      return this.stop();
    }
    return chance < 0.97 ? this.look() : this.govern();
  }

  private acquire(): RandomCall {
    const { pool } = this;
    const known = this.of(pool);
    if (this.random() < 0.7) {
      this.runs += 1;
      known.runId = `${this.name}-run-${this.runs}`;
    }
    known.seq = 0;
    const request = acquireRequest({ shares: this.shares(), ttlSeconds: this.between(2, 40), runId: known.runId, holder: this.name, evidenceAgeMs: this.between(0, 6000), maxLifetimeSeconds: this.between(20, 120), ceilingBp: CLIENT_CEILING_BP });
    return this.put(pool, known, request);
  }

  private change(): RandomCall {
    const { pool } = this;
    const known = this.of(pool);
    known.seq += 1;
    const request = changeRequest({ leaseToken: known.token ?? 'guessed', seq: known.seq, shares: this.shares(), ttlSeconds: this.between(2, 40), runId: known.runId, evidenceAgeMs: this.between(0, 1500) });
    return this.put(pool, known, request);
  }

  private put(pool: string, known: Known, request: Parameters<Keeper['put']>[0]['request']): RandomCall {
    this.made += 1;
    const key = `${this.name}-${this.made}`;
    const { runId } = known;
    // Read first, as a client should, or by heart, as it should not; a repeat says what was said.
    let revision = this.random() < 0.15 ? known.revision : null;
    const send: RandomCall['send'] = async (keeper) => {
      revision ??= await revisionOf(keeper, pool);
      return keeper.put({ pool, request, revision, key, actor: this.name });
    };
    return { kind: 'drive', pool, runId, shape: 'OverrideAnswer', send };
  }

  private renew(): RandomCall {
    const { pool } = this;
    const { token, runId } = this.of(pool);
    const request = { leaseToken: token ?? 'guessed', ttlSeconds: this.between(2, 40), evidenceAgeMs: this.between(0, 3000) };
    return { kind: 'look', pool, runId, shape: 'RenewAnswer', send: (keeper) => keeper.renew(pool, request, false) };
  }

  private stop(): RandomCall {
    const { pool } = this;
    const runId = this.random() < 0.5 ? this.of(pool).runId : null;
    return { kind: 'stop', pool, runId, shape: 'OverrideAnswer', send: (keeper) => keeper.stop(pool, runId, this.name) };
  }

  private look(): RandomCall {
    const { pool } = this;
    return { kind: 'look', pool, runId: null, shape: 'Pool', send: (keeper) => keeper.pool(pool) };
  }

  private govern(): RandomCall {
    const { pool } = this;
    const chance = this.random();
    if (this.mayBreakGlass && chance < 0.6) {
      return { kind: 'govern', pool, runId: null, shape: 'OverrideAnswer', send: (keeper) => keeper.breakGlass(pool, this.name) };
    }
    const on = this.random() < 0.15;
    return { kind: 'govern', pool, runId: null, shape: 'Capabilities', send: (keeper) => (on ? keeper.freeze('a bad day', this.name) : keeper.unfreeze(this.name)) };
  }

  /** A dead lease is not asked about again, except by what is already on its way. */
  private forget(code: string): void {
    if (code === 'lease_expired' || code === 'run_ended') {
      this.of(this.pool).token = null;
    }
  }

  private shares(): Record<string, number> {
    const share = () => 200 + Math.floor(this.random() * 4200);
    const first = this.random() < 0.8 ? 'a' : this.pick(TARGETS);
    return this.random() < 0.85 ? { [first]: share() } : { a: Math.floor(share() / 2), b: Math.floor(share() / 2) };
  }

  private of(pool: string): Known {
    const known = this.known.get(pool) ?? { revision: 1, token: null, seq: 0, runId: `${this.name}-run-0` };
    this.known.set(pool, known);
    return known;
  }

  private between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low));
  }

  private pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.random() * list.length)];
    if (item === undefined) {
      throw new Error('nothing to pick from');
    }
    return item;
  }
}

async function revisionOf(keeper: Keeper, pool: string): Promise<number> {
  const answer = await keeper.pool(pool);
  return answer.kind === 'accepted' ? answer.body.revision : 0;
}
