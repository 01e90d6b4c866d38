import { SystemClock } from '../src/adapters/browser/SystemClock';

/** A clock that began at the end of the made-up history. */
export class BenchClock extends SystemClock {
  private readonly shift: number;

  constructor(start: number) {
    super();
    this.shift = start - Date.now();
  }

  override now(): number {
    return super.now() + this.shift;
  }
}
