import { testedLine } from './testedLine';
import { publishStack, stackAddress } from './StackAddress';
import { startStandIn } from './startStandIn';

/** Starts the servers of a run once; answers how to stop them. With GRAFANA_URL there is nothing to start. */
// Playwright takes the default export of this file.
// eslint-disable-next-line import-x/no-default-export
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.GRAFANA_URL) {
    return async () => undefined;
  }
  if (stackAddress()) {
    // Somebody keeps the servers running between runs.
    return async () => undefined;
  }
  const standIn = await startStandIn(testedLine());
  // Ended from outside, Playwright runs no teardown, and the servers would stay.
  process.once('SIGTERM', () => void standIn.stop().finally(() => process.exit(143)));
  publishStack(standIn.address);
  return () => standIn.stop();
}
