/** @jest-environment node */
import { seededRandom } from '../model/seededRandom';
import { VirtualTime } from './VirtualTime';

describe('virtual time', () => {
  it('fires timers in order of time, then of setting', () => {
    const time = new VirtualTime();
    const random = seededRandom(5);
    const wanted = Array.from({ length: 500 }, (_, order) => ({ at: Math.floor(random() * 50), order }));
    const fired: typeof wanted = [];
    wanted.forEach((timer) => time.after(timer.at, () => fired.push(timer)));
    time.run(100);
    expect(fired).toEqual([...wanted].sort((a, b) => a.at - b.at || a.order - b.order));
    expect(time.now).toBe(100);
  });

  it('lets a timer set another one, and leaves what lies beyond', () => {
    const time = new VirtualTime();
    const at: number[] = [];
    const again = (): void => {
      at.push(time.now);
      time.after(10, again);
    };
    time.after(10, again);
    time.run(35);
    time.run(40);
    expect(at).toEqual([10, 20, 30, 40]);
  });
});
