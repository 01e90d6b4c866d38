import type { RouterAdapter, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../RouterAdapter';
import { mostGenerousReading } from './mostGenerousReading';

interface Node {
  readonly name: string;
  readonly router: RouterAdapter;
}

type Weights = RouterWrite['weights'];

interface Written {
  readonly node: Node;
  /** What this router had before. */
  readonly before: RouterReading;
}

/**
 * Several routers in front of the same pools, driven as one: a raise is on all of them or on none, a way back goes to
 * every router that can be reached.
 */
export class RouterFleet implements RouterAdapter {
  readonly traits: RouterTraits;
  private readonly nodes: readonly Node[];
  /** Weights of each pool's override that is on all routers. */
  private readonly standing = new Map<string, Weights>();

  constructor(routers: Readonly<Record<string, RouterAdapter>>) {
    this.nodes = Object.entries(routers).map(([name, router]) => ({ name, router }));
    const [first] = this.nodes;
    if (!first) {
      throw new Error('a fleet of routers needs one router at least');
    }
    this.traits = first.router.traits;
  }

  /** Pools that every router has. */
  async pools(): Promise<readonly string[]> {
    const lists = await Promise.all(this.nodes.map(({ router }) => router.pools()));
    return (lists[0] ?? []).filter((pool) => lists.every((list) => list.includes(pool)));
  }

  async read(pool: string): Promise<RouterReading> {
    return mostGenerousReading(await Promise.all(this.nodes.map(({ router }) => router.read(pool))), this.standing.get(pool));
  }

  write(pool: string, write: RouterWrite): Promise<WriteResult> {
    return write.ttlMs > 0 ? this.writeAllOrNone(pool, write) : this.writeWherePossible(pool, write);
  }

  async prolong(pool: string, fence: number, ttlMs: number): Promise<WriteResult> {
    return worst(await this.onEach((router) => router.prolong(pool, fence, ttlMs)));
  }

  describe(pool: string, write: RouterWrite): string {
    return this.nodes.map(({ name, router }) => `${name}:\n${router.describe(pool, write)}`).join('\n');
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map(({ router }) => router.close()));
  }

  private async writeAllOrNone(pool: string, write: RouterWrite): Promise<WriteResult> {
    // A router that cannot be read would be written blindly: rejects before anything is touched.
    const before = await Promise.all(this.nodes.map(async (node) => ({ node, before: await node.router.read(pool) })));
    const done: Written[] = [];
    for (const one of before) {
      const result = await attempt(() => one.node.router.write(pool, write));
      done.push(one);
      if (result.kind !== 'applied' && result.kind !== 'accepted') {
        return this.undone(pool, write, done, named(one.node, result));
      }
    }
    this.standing.set(pool, write.weights);
    return { kind: 'applied' };
  }

  /** A raise that is not on every router ends the lease: each that may have it gets the baseline, and none keeps a lease. */
  private async undone(pool: string, write: RouterWrite, done: readonly Written[], why: WriteResult): Promise<WriteResult> {
    const stood = this.standing.get(pool) ?? {};
    this.standing.delete(pool);
    const results = await Promise.all(
      done.map(async ({ node, before }) => {
        const weights = Object.fromEntries(Object.keys(write.weights).map((id) => [id, weightBack(weightIn(before, id), stood[id], write.baseline[id] ?? 0)]));
        return named(node, await attempt(() => node.router.write(pool, { ...write, weights, ttlMs: 0 })));
      })
    );
    // Refused as old means that nothing of this lease is there.
    const failure = results.find(({ kind }) => kind === 'failed' || kind === 'ignored');
    if (!failure) {
      return why;
    }
    return { kind: 'failed', detail: `${detailOf(why)}; and could not be undone: ${detailOf(failure)}` };
  }

  private async writeWherePossible(pool: string, write: RouterWrite): Promise<WriteResult> {
    const result = worst(await this.onEach((router) => router.write(pool, write)));
    this.standing.delete(pool);
    return result;
  }

  private onEach(act: (router: RouterAdapter) => Promise<WriteResult>): Promise<readonly WriteResult[]> {
    return Promise.all(this.nodes.map(async (node) => named(node, await attempt(() => act(node.router)))));
  }
}

/** The baseline, save where somebody else had lowered the weight before this write: that is not raised. */
function weightBack(before: number | null, stood: number | undefined, baseline: number): number {
  return before === null || before === stood ? baseline : Math.min(before, baseline);
}

function weightIn({ members }: RouterReading, id: string): number | null {
  return members.find((member) => member.id === id)?.weight ?? null;
}

async function attempt(act: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await act();
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

function detailOf(result: WriteResult): string {
  return 'detail' in result ? result.detail : result.kind;
}

function named({ name }: Node, result: WriteResult): WriteResult {
  return 'detail' in result ? { ...result, detail: `${name}: ${result.detail}` } : result;
}

const ORDER: ReadonlyArray<WriteResult['kind']> = ['failed', 'ignored', 'stale-fence', 'accepted', 'applied'];

function worst(results: readonly WriteResult[]): WriteResult {
  for (const kind of ORDER) {
    const found = results.find((result) => result.kind === kind);
    if (found) {
      return found;
    }
  }
  return { kind: 'applied' };
}
