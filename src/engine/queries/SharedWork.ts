import { AbortError } from '../../ports/AbortError';

interface Running<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  users: number;
}

/** Identical work that is under way is shared. It is cancelled when the last one who waits for it has left. */
export class SharedWork<T> {
  private readonly running = new Map<string, Running<T>>();

  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) {
      return Promise.reject(new AbortError());
    }
    const entry = this.running.get(key) ?? this.begin(key, start);
    entry.users++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.leave(key, entry);
        reject(new AbortError());
      };
      signal.addEventListener('abort', leave, { once: true });
      const settled = () => signal.removeEventListener('abort', leave);
      entry.promise.then(resolve, reject).then(settled, settled);
    });
  }

  private begin(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const entry: Running<T> = { promise: start(controller.signal), controller, users: 0 };
    this.running.set(key, entry);
    const forget = () => this.forget(key, entry);
    entry.promise.then(forget, forget);
    return entry;
  }

  private leave(key: string, entry: Running<T>): void {
    entry.users--;
    if (entry.users === 0) {
      this.forget(key, entry);
      entry.controller.abort();
    }
  }

  private forget(key: string, entry: Running<T>): void {
    if (this.running.get(key) === entry) {
      this.running.delete(key);
    }
  }
}
