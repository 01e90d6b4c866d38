/** @jest-environment node */
import { WorkerQueue } from './workerQueue';

interface Timer {
  readonly at: number;
  readonly done: () => void;
}

class FakeTime {
  now = 0;
  private timers: Timer[] = [];

  readonly after = (ms: number, done: () => void): void => {
    this.timers.push({ at: this.now + ms, done });
  };

  run(until: number): void {
    for (;;) {
      this.timers.sort((a, b) => a.at - b.at);
      const next = this.timers[0];
      if (!next || next.at > until) {
        this.now = until;
        return;
      }
      this.timers.shift();
      this.now = next.at;
      next.done();
    }
  }
}

function queueOf(workers: number, bound: number): { time: FakeTime; queue: WorkerQueue } {
  const time = new FakeTime();
  return { time, queue: new WorkerQueue({ workers, bound, now: () => time.now, after: time.after }) };
}

describe('worker queue', () => {
  it('serves first come first, as many at once as it has workers', () => {
    const { time, queue } = queueOf(2, 10);
    const ended: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      queue.offer(10, () => ended.push(`${name}@${time.now}`));
    }
    time.run(100);
    expect(ended).toEqual(['a@10', 'b@10', 'c@20', 'd@20']);
  });

  it('refuses when as many wait as may', () => {
    const { queue } = queueOf(1, 2);
    const taken = [1, 2, 3, 4].map(() => queue.offer(10, () => undefined));
    expect(taken).toEqual([true, true, true, false]);
    expect(queue.length).toBe(2);
  });

  it('counts held worker time as CPU, that of requests at work included', () => {
    const { time, queue } = queueOf(2, 10);
    queue.offer(10, () => undefined);
    queue.offer(30, () => undefined);
    time.run(20);
    expect(queue.busySeconds()).toBeCloseTo(0.03, 9);
    time.run(1000);
    expect(queue.busySeconds()).toBeCloseTo(0.04, 9);
  });

  it('loses no capacity to timers that fire late', () => {
    const time = new FakeTime();
    const late = (ms: number, done: () => void): void => time.after(ms + 7, done);
    const queue = new WorkerQueue({ workers: 1, bound: 1000, now: () => time.now, after: late });
    let served = 0;
    for (let ms = 0; ms < 10_000; ms += 10) {
      time.run(ms);
      queue.offer(20, () => (served += 1));
    }
    time.run(10_000);
    expect(served).toBeGreaterThanOrEqual(498);
    expect(served).toBeLessThanOrEqual(500);
    expect(queue.busySeconds()).toBeCloseTo(10, 1);
  });

  it('carries workers / service time and no more', () => {
    const { time, queue } = queueOf(2, 5);
    let served = 0;
    for (let ms = 0; ms < 10_000; ms += 4) {
      time.run(ms);
      queue.offer(20, () => (served += 1));
    }
    time.run(10_000);
    expect(served).toBeGreaterThan(980);
    expect(served).toBeLessThanOrEqual(1000);
  });
});
