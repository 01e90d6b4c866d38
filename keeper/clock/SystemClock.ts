import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeeperClock } from './KeeperClock';

const SUSPENSION_SEEN_MS = 50;

/**
 * The machine's clocks. `performance.now` stands still while a Linux machine sleeps, so what /proc/uptime (which does not) has gained is added.
 * Elsewhere the wall clock is the witness: a jump forward counts as time passed, which can only end a lease early, never late.
 */
export class SystemClock implements KeeperClock {
  private witnessLead: number;
  private readonly witness: () => number;

  constructor(witness: () => number = bootTimeMs() === null ? Date.now : () => bootTimeMs() ?? Number.NEGATIVE_INFINITY) {
    this.witness = witness;
    this.witnessLead = witness() - performance.now();
    this.slept = 0;
  }

  private slept: number;

  monotonicMs(): number {
    const running = performance.now();
    const lead = this.witness() - running;
    if (lead - this.witnessLead > SUSPENSION_SEEN_MS) {
      this.slept += lead - this.witnessLead;
      this.witnessLead = lead;
    }
    // A witness set back is no evidence; measure the next gain from where it stands now.
    if (this.witnessLead - lead > SUSPENSION_SEEN_MS) {
      this.witnessLead = lead;
    }
    return running + this.slept;
  }

  wallMs(): number {
    return Date.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await pause(Math.max(0, ms), undefined, signal === undefined ? undefined : { signal }).catch(() => undefined);
  }
}

/** Milliseconds since boot, sleep included; null where the machine has no /proc. */
function bootTimeMs(): number | null {
  try {
    const seconds = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
    return Number.isFinite(seconds) ? seconds * 1000 : null;
  } catch {
    return null;
  }
}
