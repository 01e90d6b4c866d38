import type { Priority } from './QueryLayer';
import { QueryScheduler } from './QueryScheduler';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Desk {
  readonly scheduler = new QueryScheduler();
  readonly started: string[] = [];
  private readonly finishers = new Map<string, () => void>();

  run(name: string, priority: Priority, signal = new AbortController().signal): Promise<string> {
    return this.scheduler.run(priority, signal, () => {
      this.started.push(name);
      return new Promise((resolve) => this.finishers.set(name, () => resolve(name)));
    });
  }

  async finish(name: string): Promise<void> {
    this.finishers.get(name)?.();
    await turn();
  }
}

describe('QueryScheduler', () => {
  it('runs three at most, two of them bulk', async () => {
    const desk = new Desk();
    for (const name of ['h1', 'h2', 'h3']) {
      void desk.run(name, 'history');
    }
    await turn();
    expect(desk.started).toEqual(['h1', 'h2']);
    void desk.run('n1', 'now');
    void desk.run('n2', 'now');
    await turn();
    expect(desk.started).toEqual(['h1', 'h2', 'n1']);
    expect([desk.scheduler.inFlight, desk.scheduler.waiting]).toEqual([3, 2]);
  });

  it('takes the most urgent first, and the oldest of equals', async () => {
    const desk = new Desk();
    const names: ReadonlyArray<readonly [string, Priority]> = [
      ['a', 'page'],
      ['b', 'page'],
      ['c', 'page'],
      ['background', 'background'],
      ['history', 'history'],
      ['page1', 'page'],
      ['page2', 'page'],
      ['now', 'now'],
    ];
    names.forEach(([name, priority]) => void desk.run(name, priority));
    await turn();
    for (let i = 0; i < names.length; i++) {
      await desk.finish(desk.started[i] ?? '');
    }
    expect(desk.started).toEqual(['a', 'b', 'c', 'now', 'page1', 'page2', 'history', 'background']);
  });

  it('a cancelled waiter leaves the queue', async () => {
    const desk = new Desk();
    ['a', 'b', 'c'].forEach((name) => void desk.run(name, 'page'));
    const controller = new AbortController();
    const waiting = desk.run('cancelled', 'now', controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await desk.finish('a');
    expect(desk.started).not.toContain('cancelled');
    expect([desk.scheduler.inFlight, desk.scheduler.waiting]).toEqual([2, 0]);
  });

  it('work that fails gives its slot back', async () => {
    const { scheduler } = new Desk();
    const failing = scheduler.run('now', new AbortController().signal, () => Promise.reject(new Error('x')));
    await expect(failing).rejects.toThrow('x');
    expect(scheduler.inFlight).toBe(0);
  });

  it('what is cancelled before it begins never begins', async () => {
    const desk = new Desk();
    const controller = new AbortController();
    controller.abort();
    await expect(desk.run('late', 'now', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(desk.started).toEqual([]);
  });
});
