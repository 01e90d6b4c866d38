/**
 * Arrival times of an open-loop source: each gap is exponential at the rate of its moment, whatever became of earlier
 * requests. A closed loop would wait for slow answers and so hide the overload it causes.
 */
export class PoissonArrivals {
  private next: number;

  constructor(
    private readonly rateAt: (at: number) => number,
    private readonly random: () => number,
    start: number
  ) {
    this.next = start;
    this.step();
  }

  /** Takes the arrivals that are due by `now`. */
  due(now: number): number {
    let count = 0;
    while (this.next <= now) {
      count += 1;
      this.step();
    }
    return count;
  }

  private step(): void {
    const perMs = Math.max(1e-6, this.rateAt(this.next) / 1000);
    this.next += -Math.log(1 - this.random()) / perMs;
  }
}
