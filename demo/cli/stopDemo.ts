import { isRunning, type ProcessIdentity } from './processIdentity';
import { forgetRunningDemo, readRunningDemo } from './runningDemo';
import { waitUntil } from './waitUntil';

const ORDERLY_MS = 20_000;
const FORCED_MS = 5000;

function signal(processes: readonly ProcessIdentity[], name: NodeJS.Signals): void {
  for (const one of processes.filter(isRunning)) {
    try {
      process.kill(one.pid, name);
    } catch {
      // It ended between the look and the signal.
    }
  }
}

function allGone(processes: readonly ProcessIdentity[]): boolean {
  return !processes.some(isRunning);
}

/** Stops the demo of the pid file, and only what it started: each process is known by number and start time. */
export async function stopDemo(pidFile: string): Promise<string> {
  const demo = readRunningDemo(pidFile);
  const everything = demo ? [demo.main, ...demo.children] : [];
  if (!demo || allGone(everything)) {
    forgetRunningDemo(pidFile);
    return 'No demo runs here.';
  }
  const count = everything.filter(isRunning).length;
  signal([demo.main], 'SIGTERM');
  const orderly = isRunning(demo.main) && (await waitUntil(() => allGone(everything), ORDERLY_MS));
  if (!orderly) {
    signal(everything, 'SIGTERM');
    if (!(await waitUntil(() => allGone(everything), FORCED_MS))) {
      signal(everything, 'SIGKILL');
      await waitUntil(() => allGone(everything), FORCED_MS);
    }
  }
  forgetRunningDemo(pidFile);
  return `Stopped ${count} processes.`;
}
