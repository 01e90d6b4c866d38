import type { FrozenState } from '../src/domain/routing/capabilitiesSchema';
import { auditBestEffort } from './journal/auditBestEffort';
import type { KeeperPorts } from './KeeperPorts';

/** The global stop: in force at once, and written down as soon as the disk takes it. */
export class GlobalFreeze {
  state: FrozenState = null;
  /** What the journal says; while it is another, it is written with every tick. */
  private onDisk: FrozenState = null;
  private saving: Promise<void> | null = null;

  constructor(private readonly ports: KeeperPorts) {}

  get isSaved(): boolean {
    return this.state === this.onDisk;
  }

  /** As an earlier keeper left it. */
  recall(state: FrozenState): void {
    this.state = state;
    this.onDisk = state;
  }

  /** The promise is that it is on disk, or that the disk has refused. */
  set(state: FrozenState, kind: 'frozen' | 'unfrozen', actor: string, detail: string): Promise<void> {
    this.state = state;
    this.ports.gauges.frozen(state !== null);
    auditBestEffort(this.ports, { at: this.ports.clock.wallMs(), pool: null, kind, actor, leaseId: null, runId: null, detail });
    return this.save();
  }

  /** One write at a time: a disk that hangs must not be given the same line every second. */
  save(): Promise<void> {
    this.saving ??= this.write()
      .catch((reason: unknown) => this.ports.log.error({ err: reason }, 'the journal cannot be written'))
      .finally(() => {
        this.saving = null;
      });
    return this.saving;
  }

  private async write(): Promise<void> {
    while (!this.isSaved) {
      const { state } = this;
      await this.ports.journal.append([{ kind: 'freeze', frozen: state }]);
      this.onDisk = state;
    }
  }
}
