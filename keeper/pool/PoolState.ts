import type { FrozenState } from '../../src/domain/routing/capabilitiesSchema';
import { auditBestEffort } from '../journal/auditBestEffort';
import type { JournalEntry } from '../journal/JournalEntry';
import type { KeeperPorts } from '../KeeperPorts';
import { EndedLeases } from './EndedLeases';
import type { Lease } from './Lease';
import { newPoolRecord, type PoolRecord } from './PoolRecord';
import type { PoolSettings } from './PoolSettings';
import type { RouterLine } from './RouterLine';

const LEAST_LEAP = 1000;

type Loose<T> = T extends ReadonlyArray<infer I> ? Array<Loose<I>> : T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;

/** One pool while the keeper runs: its durable record, its live lease, and what is on the way to the router. */
export class PoolState {
  record: PoolRecord;
  lease: Lease | null = null;
  readonly ended = new EndedLeases();
  /** Raises whose answer is still out; nothing is restored for good before they are in. */
  readonly inFlight = new Set<Promise<unknown>>();
  /** An earlier keeper has written about this pool. */
  recalled = false;
  /** Writes the disk refused, and up to which of them everything is on disk by now. */
  private refusals = 0;
  private madeGood = 0;
  private catchingUp = false;
  private fenceLeap = LEAST_LEAP;
  /** Native weights whose writes came to nobody knows what. */
  uncertain: Record<string, readonly number[]> = {};

  constructor(
    readonly settings: PoolSettings,
    readonly line: RouterLine,
    readonly ports: KeeperPorts,
    readonly frozen: () => FrozenState
  ) {
    this.record = newPoolRecord(settings.id);
  }

  now(): number {
    return this.ports.clock.monotonicMs();
  }

  /** Sets the record at once; resolves when it, and what goes with it, is on disk. */
  save(change: Partial<PoolRecord>, also: readonly JournalEntry[] = []): Promise<void> {
    this.record = { ...this.record, ...change };
    this.ports.gauges.overrides(this.settings.id, this.record.override !== null);
    return this.ports.journal.append([this.entry(), ...also]);
  }

  /** As `save`, where a full disk must not keep the baseline from being restored. */
  async saveBestEffort(change: Partial<PoolRecord>, also: readonly JournalEntry[] = []): Promise<void> {
    await this.save(change, also).catch((reason: unknown) => {
      this.refusals += 1;
      this.ports.log.error({ pool: this.settings.id, err: reason }, 'the journal cannot be written');
    });
  }

  /** The disk does not hold everything this pool has answered. */
  get unsaved(): boolean {
    return this.refusals > this.madeGood;
  }

  /** Writes down what a full disk refused, once at a time; called with every tick, which must not wait for a disk. */
  async catchUp(): Promise<void> {
    if (!this.unsaved || this.catchingUp) {
      return;
    }
    this.catchingUp = true;
    const upTo = this.refusals;
    try {
      await this.ports.journal.append(this.entries());
      this.madeGood = upTo;
    } catch {
      // Said when it was refused first; the next tick tries again.
    } finally {
      this.catchingUp = false;
    }
  }

  entry(): JournalEntry {
    return { kind: 'pool', record: this.record as Loose<PoolRecord> };
  }

  /** Everything of this pool a later keeper needs. */
  entries(): JournalEntry[] {
    const { leases, runs } = this.ended.all();
    return [this.entry(), ...leases.map((lease): JournalEntry => ({ kind: 'lease-ended', lease })), ...runs.map((run): JournalEntry => ({ kind: 'run-stopped', run }))];
  }

  /**
   * Grows with every write; starts above anything a keeper that was killed before it could save, or whose journal was lost, can have used:
   * nobody writes more than once a millisecond.
   */
  nextFence(): number {
    const fence = Math.max(this.record.fence + 1, Math.floor(this.ports.clock.wallMs()));
    this.record = { ...this.record, fence };
    return fence;
  }

  /** The router has seen a newer number: its last keeper's journal was lost, or its clock was ahead. Leap, further each time. */
  leapFence(): void {
    this.record = { ...this.record, fence: this.record.fence + this.fenceLeap };
    this.fenceLeap *= 2;
  }

  audit(kind: string, actor: string, detail: string, of: { readonly leaseId: number; readonly runId: string } | null = this.record.override): void {
    auditBestEffort(this.ports, { at: this.ports.clock.wallMs(), pool: this.settings.id, kind, actor, leaseId: of?.leaseId ?? null, runId: of?.runId ?? null, detail });
  }

  /** The lease is this one, and alive. */
  holds(leaseId: number): boolean {
    return this.record.override?.leaseId === leaseId && this.record.override.ending === null;
  }
}
