import { WorkerTicker } from './WorkerTicker';

class FakeWorker {
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly posted: unknown[] = [];
  terminated = 0;

  postMessage(data: unknown): void {
    this.posted.push(data);
  }

  terminate(): void {
    this.terminated++;
  }
}

const ticking = (make: () => Worker | null) => {
  let ticks = 0;
  const end = new WorkerTicker(make).every(1000, () => ticks++);
  return { end, ticks: () => ticks };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a ticker', () => {
  it('takes its pace from the worker, and ends it', () => {
    const worker = new FakeWorker();
    const { end, ticks } = ticking(() => worker as unknown as Worker);
    expect(worker.posted).toEqual([1000]);
    worker.onmessage?.();
    worker.onmessage?.();
    expect(ticks()).toBe(2);
    end();
    expect(worker.terminated).toBe(1);
  });

  it.each<[string, () => Worker | null]>([
    ['there are no workers', () => null],
    ['a worker is refused', () => {
      throw new Error('content security policy');
    }],
  ])('uses the page when %s', (_name, make) => {
    const { end, ticks } = ticking(make);
    jest.advanceTimersByTime(3000);
    expect(ticks()).toBe(3);
    end();
    jest.advanceTimersByTime(3000);
    expect(ticks()).toBe(3);
  });

  it('goes over to the page when the worker fails after it was made', () => {
    const worker = new FakeWorker();
    const { end, ticks } = ticking(() => worker as unknown as Worker);
    worker.onerror?.();
    jest.advanceTimersByTime(2000);
    expect(ticks()).toBe(2);
    end();
    jest.advanceTimersByTime(2000);
    expect(ticks()).toBe(2);
  });
});
