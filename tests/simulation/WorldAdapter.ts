import type { RouterAdapter, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../../keeper/routers/RouterAdapter';
import { WEIGHT, type SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';

/** The simulated pool as a router the real keeper drives. */
export class WorldAdapter implements RouterAdapter {
  readonly traits: RouterTraits = {
    adapter: 'world',
    verification: 'router',
    propagationMs: { typical: 0, max: 500 },
    kinds: ['instance'],
    singleWriter: 'enforced',
    leaseEnforcedBy: 'keeper',
    weight: { min: 0, max: 1_000_000, step: 1 },
  };

  constructor(private readonly world: SimulatedWorld) {}

  pools(): Promise<readonly string[]> {
    return Promise.resolve(['world']);
  }

  read(): Promise<RouterReading> {
    this.world.sync();
    const members = this.world.members.map((m) => ({
      id: m.id,
      weight: this.world.weights.get(m.id) ?? 0,
      configured: WEIGHT,
      serving: m.serving,
      health: m.serving ? 'up' : 'down',
      counters: { sent: m.sent, completed: m.completed, queue: m.queue },
    }));
    return Promise.resolve({ members, lease: null, incarnation: 'one', agreed: true });
  }

  write(_pool: string, { weights }: RouterWrite): Promise<WriteResult> {
    this.world.sync();
    Object.entries(weights).forEach(([id, weight]) => this.world.weights.set(id, weight));
    return Promise.resolve({ kind: 'applied' });
  }

  prolong(): Promise<WriteResult> {
    return Promise.resolve({ kind: 'applied' });
  }

  describe(): string {
    return 'world';
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
