import type { RouterAdapter, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../RouterAdapter';
import { type LeaseAnswer, LeaseApi, type LeaseApiOptions } from './LeaseApi';
import type { LeaseState } from './leaseSchemas';

interface Begun {
  readonly leaseId: number;
  readonly incarnation: string;
}

/** A router that holds the lease itself: weights come back at its deadline, whoever is still there to ask. */
export class LeaseRouter implements RouterAdapter {
  private readonly api: LeaseApi;
  /** In which life of the router the newest lease of a pool began: a change is never applied to another one. */
  private readonly begun = new Map<string, Begun>();

  constructor(
    readonly traits: RouterTraits,
    options: LeaseApiOptions
  ) {
    this.api = new LeaseApi(options);
  }

  pools(): Promise<readonly string[]> {
    return this.api.pools();
  }

  async read(pool: string): Promise<RouterReading> {
    const { members, lease, incarnation } = await this.api.state(pool);
    return { members, lease: lease && { fence: lease.fence, remainingMs: lease.remaining_ms }, incarnation, agreed: true };
  }

  async write(pool: string, write: RouterWrite): Promise<WriteResult> {
    const answer = await this.api.call('/lease', pool, this.body(pool, write));
    if (answer.kind === 'problem') {
      return resultOf(answer);
    }
    if (write.leaseId !== undefined && this.begun.get(pool)?.leaseId !== write.leaseId) {
      this.begun.set(pool, { leaseId: write.leaseId, incarnation: answer.state.incarnation });
    }
    return missed(answer.state, write) ?? { kind: 'applied' };
  }

  async prolong(pool: string, fence: number, ttlMs: number): Promise<WriteResult> {
    return resultOf(await this.api.call('/prolong', pool, { fence, ttl_ms: wholeMs(ttlMs) }));
  }

  describe(pool: string, write: RouterWrite): string {
    return `POST /lease?pool=${encodeURIComponent(pool)}\n${JSON.stringify(this.body(pool, write))}`;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private body(pool: string, { fence, leaseId, ttlMs, weights, baseline }: RouterWrite): object {
    const begun = this.begun.get(pool);
    const body = { fence, ttl_ms: wholeMs(ttlMs), weights, baseline };
    // Going back is allowed in any life of the router; a raise only in that in which its lease began.
    return ttlMs > 0 && begun !== undefined && begun.leaseId === leaseId ? { ...body, incarnation: begun.incarnation } : body;
  }
}

/** Rounded down, but never to 0, which would mean the end of the lease. */
function wholeMs(ttlMs: number): number {
  return ttlMs <= 0 ? 0 : Math.max(1, Math.floor(ttlMs));
}

/** A 200 is not believed: the state that came with it must show what was asked. */
function missed({ members, lease }: LeaseState, { weights, ttlMs, fence }: RouterWrite): WriteResult | null {
  for (const [id, weight] of Object.entries(weights)) {
    const now = members.find((member) => member.id === id)?.weight;
    if (now !== weight) {
      return { kind: 'ignored', detail: `${id} was given weight ${weight} and has ${now ?? 'none'}` };
    }
  }
  const holds = ttlMs > 0 ? lease?.fence === fence : lease === null;
  return holds ? null : { kind: 'ignored', detail: `the router shows ${lease ? `a lease with fence ${lease.fence}` : 'no lease'}` };
}

function resultOf(answer: LeaseAnswer): WriteResult {
  if (answer.kind === 'state') {
    return { kind: 'applied' };
  }
  const { code, detail } = answer.problem;
  switch (code) {
    case 'stale_fence':
      return { kind: 'stale-fence' };
    case 'ignored':
      return { kind: 'ignored', detail };
    case 'other_incarnation':
      return { kind: 'failed', detail: 'the router was restarted since this lease began' };
    case 'malformed':
    case 'unknown_pool':
    case 'unknown_member':
    case 'unknown_path':
    case 'refused':
      return { kind: 'failed', detail: `${code}: ${detail}` };
  }
}
