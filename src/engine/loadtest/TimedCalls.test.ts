import { AbortError } from '../../ports/AbortError';
import { TimedCalls } from './TimedCalls';

/** A clock whose waits end when told to. */
function manualClock() {
  const wakes: Array<() => void> = [];
  const sleep = (_ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      wakes.push(resolve);
      signal?.addEventListener('abort', () => reject(new AbortError()), { once: true });
    });
  return { clock: { now: () => 0, sleep }, wake: () => wakes.forEach((w) => w()) };
}

const never = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AbortError())));

describe('calls with a time limit', () => {
  it('hand on what comes in time', async () => {
    expect(await new TimedCalls(manualClock().clock).within(1, async () => 7)).toBe(7);
  });

  it('are null when they take too long, and are aborted', async () => {
    const { clock, wake } = manualClock();
    let aborted = false;
    const call = new TimedCalls(clock).within(1, (signal) => {
      signal.addEventListener('abort', () => (aborted = true));
      return never(signal);
    });
    wake();
    expect(await call).toBeNull();
    expect(aborted).toBe(true);
  });

  it('are all aborted by a stop; later ones are not', async () => {
    const calls = new TimedCalls(manualClock().clock);
    const [first, second] = [calls.within(1, never), calls.within(1, never)];
    calls.abort();
    await expect(first).rejects.toBeInstanceOf(AbortError);
    await expect(second).rejects.toBeInstanceOf(AbortError);
    expect(await calls.within(1, async () => 'later')).toBe('later');
  });

  it('hand on a failure as it is', async () => {
    await expect(new TimedCalls(manualClock().clock).within(1, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
  });

  it('that nothing may abort are null when they fail or take too long', async () => {
    const { clock, wake } = manualClock();
    const calls = new TimedCalls(clock);
    expect(await calls.alone(1, Promise.reject(new Error('x')))).toBeNull();
    const late = calls.alone(1, new Promise(() => undefined));
    calls.abort();
    wake();
    expect(await late).toBeNull();
  });
});
