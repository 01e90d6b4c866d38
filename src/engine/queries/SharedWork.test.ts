import { SharedWork } from './SharedWork';

const never = new AbortController().signal;

describe('SharedWork', () => {
  it('begins identical work once', async () => {
    const shared = new SharedWork<number>();
    let begun = 0;
    const begin = async () => ++begun;
    expect(await Promise.all([shared.join('a', never, begin), shared.join('a', never, begin)])).toEqual([1, 1]);
    expect(await shared.join('a', never, begin)).toBe(2);
  });

  it('is cancelled when the last one leaves, not before', async () => {
    const shared = new SharedWork<number>();
    let work = never;
    const begin = (signal: AbortSignal) => {
      work = signal;
      return new Promise<number>(() => undefined);
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [shared.join('a', one.signal, begin), shared.join('a', two.signal, begin)];
    one.abort();
    await expect(asked[0]).rejects.toMatchObject({ name: 'AbortError' });
    expect(work.aborted).toBe(false);
    two.abort();
    await expect(asked[1]).rejects.toMatchObject({ name: 'AbortError' });
    expect(work.aborted).toBe(true);
  });

  it('who comes after a cancellation gets new work', async () => {
    const shared = new SharedWork<number>();
    const first = new AbortController();
    const left = shared.join('a', first.signal, () => new Promise<number>(() => undefined));
    first.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(await shared.join('a', never, async () => 7)).toBe(7);
  });

  it('passes a failure to all and forgets it', async () => {
    const shared = new SharedWork<number>();
    const fail = () => Promise.reject(new Error('x'));
    const asked = [shared.join('a', never, fail), shared.join('a', never, fail)];
    await expect(asked[0]).rejects.toThrow('x');
    await expect(asked[1]).rejects.toThrow('x');
    expect(await shared.join('a', never, async () => 1)).toBe(1);
  });
});
