import { MINUTE, SECOND } from '../../domain/base/Duration';
import type { Clock } from '../../ports/Clock';

interface Circuit {
  failures: number;
  openUntil: number;
}

const FAILURES_TO_OPEN = 3;
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = MINUTE;

/**
 * A source that cannot be reached is left alone for a while instead of being asked by everybody in turn: after three
 * failures in a row the circuit opens for 5 s; then one request tries, and each further failure doubles the pause up to
 * a minute. Any answer, even a refusal, closes it.
 */
export class CircuitBreaker {
  private readonly circuits = new Map<string, Circuit>();

  constructor(private readonly clock: Clock) {}

  /** Milliseconds until the source may be asked again; 0 = ask. */
  pause(source: string): number {
    const circuit = this.circuits.get(source);
    const now = this.clock.now();
    if (!circuit || circuit.failures < FAILURES_TO_OPEN) {
      return 0;
    }
    if (now < circuit.openUntil) {
      return circuit.openUntil - now;
    }
    // This one may try; the others wait for what it finds.
    circuit.openUntil = now + pauseAfter(circuit.failures);
    return 0;
  }

  /** Somebody asks by hand: every source may be asked now, and the first failure opens its circuit again for the shortest pause. */
  tryAgain(): void {
    for (const circuit of this.circuits.values()) {
      circuit.failures = Math.min(circuit.failures, FAILURES_TO_OPEN - 1);
    }
  }

  answered(source: string): void {
    this.circuits.delete(source);
  }

  unreachable(source: string): void {
    const failures = (this.circuits.get(source)?.failures ?? 0) + 1;
    this.circuits.set(source, { failures, openUntil: this.clock.now() + pauseAfter(failures) });
  }
}

const pauseAfter = (failures: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - FAILURES_TO_OPEN));
