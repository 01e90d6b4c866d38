import { MINUTE } from '../../domain/base/Duration';
import type { BenchmarkStore } from '../../ports/BenchmarkStore';
import type { AthStore } from '../../ports/AthStore';
import type { Clock } from '../../ports/Clock';
import type { SettingsStore } from '../../ports/SettingsStore';

interface RevisionPorts {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly benchmarks: BenchmarkStore;
  readonly aths: AthStore;
}

/**
 * Notices that settings, benchmarks or voids changed while dashboards stay open: a panel on a wall must not go on with
 * what an Admin corrected an hour ago. Looks at most once a minute. What cannot be read is taken as unchanged.
 */
export class RevisionWatch {
  private lookedAt = -Infinity;
  private known: string | null = null;

  /** @param changed called when something differs from the last look */
  constructor(
    private readonly ports: RevisionPorts,
    private readonly changed: () => void
  ) {}

  async look(): Promise<void> {
    const now = this.ports.clock.now();
    if (now - this.lookedAt < MINUTE) {
      return;
    }
    this.lookedAt = now;
    const revision = await this.revision();
    if (revision === null) {
      return;
    }
    const before = this.known;
    this.known = revision;
    if (before !== null && before !== revision) {
      this.changed();
    }
  }

  private async revision(): Promise<string | null> {
    const { settings, benchmarks, aths } = this.ports;
    const [stored, declared, published] = await Promise.all([settings.load(), benchmarks.list(), aths.list()]);
    if (!stored.ok || !declared.ok || !published.ok) {
      return null;
    }
    // Peaks others published are left out: this browser publishes too, and reads them at its next look anyway.
    return JSON.stringify([
      stored.value.revision,
      declared.value.benchmarks.map((b) => b.id).sort(),
      published.value.voids.map((v) => v.id).sort(),
    ]);
  }
}
