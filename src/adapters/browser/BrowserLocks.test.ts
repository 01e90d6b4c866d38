import { BrowserLocks } from './BrowserLocks';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const never = new AbortController().signal;

/** As a browser's: one holder a name, others wait in line; asks with an aborted signal are refused. */
class FakeLockManager {
  private line: Promise<unknown> = Promise.resolve();

  request(_name: string, options: { signal: AbortSignal }, held: () => Promise<unknown>): Promise<unknown> {
    const mine = this.line.then(() => {
      if (options.signal.aborted) {
        throw new DOMException('aborted', 'AbortError');
      }
      return held();
    });
    this.line = mine.catch(() => undefined);
    return mine;
  }
}

const manager = () => new FakeLockManager() as unknown as LockManager;

describe.each([
  ['with navigator.locks', manager],
  ['without (plain http)', () => undefined],
])('%s', (_, locks) => {
  it('work of one name takes turns', async () => {
    const browser = new BrowserLocks(locks());
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} in`);
      await turn();
      seen.push(`${name} out`);
      return name;
    };
    expect(await Promise.all([browser.hold('x', work('a'), never), browser.hold('x', work('b'), never)])).toEqual([
      'a',
      'b',
    ]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('work that fails lets the next one in, and says why', async () => {
    const browser = new BrowserLocks(locks());
    await expect(browser.hold('x', () => Promise.reject(new Error('boom')), never)).rejects.toThrow('boom');
    expect(await browser.hold('x', async () => 1, never)).toBe(1);
  });

  it('who is cancelled while waiting never begins, and does not block the line', async () => {
    const browser = new BrowserLocks(locks());
    const controller = new AbortController();
    let finish = (): void => undefined;
    const first = browser.hold('x', () => new Promise<void>((resolve) => (finish = resolve)), never);
    const began = jest.fn(async () => 0);
    const waiting = browser.hold('x', began, controller.signal);
    const third = browser.hold('x', async () => 3, never);
    await turn();
    controller.abort();
    finish();
    await first;
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(await third).toBe(3);
    expect(began).not.toHaveBeenCalled();
  });
});

it('a browser that refuses locks is treated as one that has none', async () => {
  const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as LockManager;
  expect(await new BrowserLocks(refusing).hold('x', async () => 1, never)).toBe(1);
});
