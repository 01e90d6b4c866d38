import { servingShares } from '../pool/servingShares';
import type { VirtualKeeper } from './VirtualKeeper';

const SERVERS = ['srv-a', 'srv-b', 'srv-c', 'srv-d'] as const;
/** No human goes higher here, so that what is above was driven there. */
const HUMAN_MOST = 120;
const HUMAN_MS = 15_000;

type Fault = 'keeper killed' | 'router restarted' | 'write held up' | 'router unreachable' | 'member died' | 'member came back' | 'human changed a weight' | 'human put it back' | 'disk full' | 'disk well' | 'line torn' | 'clock set';

/** What goes wrong in a bad week. */
export class FaultInjector {
  readonly counts: Record<string, number> = {};
  private readonly humanUntil = new Map<string, number>();

  constructor(
    private readonly world: VirtualKeeper,
    private readonly pools: readonly string[],
    private readonly random: () => number,
    private readonly humans: boolean
  ) {}

  /** One fault; true when the keeper was killed by it. */
  strike(): boolean {
    const faults: readonly Fault[] = ['keeper killed', 'router restarted', 'write held up', 'write held up', 'router unreachable', 'member died', 'member came back', 'member came back', 'human changed a weight', 'human put it back', 'human put it back', 'disk full', 'disk well', 'disk well', 'line torn', 'clock set'];
    const possible = faults.filter((f) => this.humans || !f.startsWith('human'));
    const fault = possible[Math.floor(this.random() * possible.length)] ?? 'disk well';
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
    this.bring(fault, this.pools[Math.floor(this.random() * this.pools.length)] ?? '');
    return fault === 'keeper killed' || fault === 'line torn';
  }

  /** The week is over: what was broken by hand or by fate is mended, the weights apart. */
  heal(): void {
    this.world.disk.fail(null);
    this.world.router.failNext(0);
    this.world.router.delayNextWrite(0);
    for (const pool of this.pools) {
      SERVERS.forEach((s) => this.world.router.setServing(`be-${pool}`, s, true));
    }
    void this.world.keeper.unfreeze('root');
  }

  /** True shares of the targets that an override may hold. */
  shares(pool: string): number[] {
    const { router } = this.world;
    const members = SERVERS.map((id) => ({ id, weight: router.weightOf(`be-${pool}`, id), serving: router.isServing(`be-${pool}`, id) }));
    const shares = servingShares(members) ?? {};
    return members.filter((m) => m.weight > HUMAN_MOST).map((m) => shares[m.id] ?? 0);
  }

  /** What a human did a moment ago is not the keeper's to answer for. */
  isHumanAtWork(pool: string): boolean {
    return this.world.clock.monotonicMs() < (this.humanUntil.get(pool) ?? 0);
  }

  private bring(fault: Fault, pool: string): void {
    const { world } = this;
    const server = SERVERS[Math.floor(this.random() * SERVERS.length)] ?? 'srv-a';
    switch (fault) {
      case 'keeper killed':
        return this.killKeeper();
      case 'line torn':
        world.journal.tear();
        return this.killKeeper();
      case 'router restarted':
        return world.router.restart();
      case 'write held up':
        return world.router.delayNextWrite(Math.ceil(this.random() * 5000));
      case 'router unreachable':
        return world.router.failNext(Math.ceil(this.random() * 4));
      case 'member died':
        return world.router.setServing(`be-${pool}`, server, false);
      case 'member came back':
        return SERVERS.forEach((s) => world.router.setServing(`be-${pool}`, s, true));
      case 'human changed a weight':
        this.humanUntil.set(pool, world.clock.monotonicMs() + HUMAN_MS);
        return world.router.setWeight(`be-${pool}`, server, Math.floor(this.random() * (HUMAN_MOST + 1)));
      case 'human put it back':
        return SERVERS.forEach((s) => this.isOverridden(pool, s) || world.router.setWeight(`be-${pool}`, s, 100));
      case 'disk full':
        return world.disk.fail('no space left on device');
      case 'disk well':
        return world.disk.fail(null);
      case 'clock set':
        return world.clock.setWallForward(Math.floor((this.random() - 0.5) * 7_200_000));
    }
  }

  /** A human mends what is odd, not what is being tested. */
  private isOverridden(pool: string, server: string): boolean {
    return this.world.router.weightOf(`be-${pool}`, server) > HUMAN_MOST;
  }

  private killKeeper(): void {
    this.world.disk.fail(null);
    this.world.killAndRestart();
  }
}
