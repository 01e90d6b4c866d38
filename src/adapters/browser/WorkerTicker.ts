import type { Ticker } from '../../ports/Ticker';

/** Source of the worker: it counts, nothing else. */
const SOURCE = 'let t;onmessage=(e)=>{clearInterval(t);if(e.data>0)t=setInterval(()=>postMessage(0),e.data)}';

/**
 * An even pace from a worker, whose timers a browser slows less in a hidden page. Where a worker may not be made (a content
 * security policy without `worker-src blob:`), the page's own timer is used.
 */
export class WorkerTicker implements Ticker {
  constructor(private readonly makeWorker: () => Worker | null = blobWorker) {}

  every(milliseconds: number, tick: () => void): () => void {
    const worker = this.tryWorker();
    if (worker === null) {
      return pageTimer(milliseconds, tick);
    }
    let end = (): void => worker.terminate();
    worker.onmessage = tick;
    // The policy may refuse it only when it is loaded.
    worker.onerror = () => {
      worker.terminate();
      end = pageTimer(milliseconds, tick);
    };
    worker.postMessage(milliseconds);
    return () => end();
  }

  private tryWorker(): Worker | null {
    try {
      return this.makeWorker();
    } catch {
      return null;
    }
  }
}

function pageTimer(milliseconds: number, tick: () => void): () => void {
  const timer = setInterval(tick, milliseconds);
  return () => clearInterval(timer);
}

function blobWorker(): Worker | null {
  if (typeof Worker === 'undefined') {
    return null;
  }
  const url = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
