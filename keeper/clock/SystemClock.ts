import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeeperClock } from './KeeperClock';

const SUSPENSION_SEEN_MS = 50;

/**
 * The machine's clocks. `performance.now` stands still while a Linux machine sleeps, so what /proc/uptime (which does not) has gained is added.
 * Elsewhere the wall clock is the witness: a jump forward counts as time passed, which can only end a lease early, never late.
 */
export class SystemClock implements KeeperClock {
  /** By how much the witness was ahead when last seen; null = not seen yet. */
  private witnessLead: number | null = null;
  private slept = 0;

  /** @param witness milliseconds that count sleep too; NaN where this look at it failed */
  constructor(private readonly witness: () => number = bootTimeMs() === null ? Date.now : () => bootTimeMs() ?? Number.NaN) {
    this.monotonicMs();
  }

  monotonicMs(): number {
    const running = performance.now();
    const lead = this.witness() - running;
    // A look that failed (no file descriptor left, say) tells nothing; the next one sees what was gained since the last.
    if (Number.isFinite(lead)) {
      this.hear(lead);
    }
    return running + this.slept;
  }

  wallMs(): number {
    return Date.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await pause(Math.max(0, ms), undefined, signal === undefined ? undefined : { signal }).catch(() => undefined);
  }

  private hear(lead: number): void {
    const gained = lead - (this.witnessLead ?? lead);
    if (gained > SUSPENSION_SEEN_MS) {
      this.slept += gained;
    }
    // A witness set back is no evidence; measure the next gain from where it stands now.
    if (this.witnessLead === null || Math.abs(gained) > SUSPENSION_SEEN_MS) {
      this.witnessLead = lead;
    }
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
