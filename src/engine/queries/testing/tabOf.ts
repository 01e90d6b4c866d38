import { BrowserQueryLayer } from '../BrowserQueryLayer';
import { FakePrometheus, wavySamples } from './FakePrometheus';
import { JumpClock } from './JumpClock';
import { TestLedger } from './TestLedger';
import { TestLocks } from './TestLocks';

/** The parts around one browser's layers; tabs share them. */
export interface TestBrowser {
  readonly clock: JumpClock;
  readonly ledger: TestLedger;
  readonly locks: TestLocks;
  readonly prometheus: FakePrometheus;
  budget: number | null;
}

export function testBrowser(start: number, dataSince: number, rows = 3): TestBrowser {
  const clock = new JumpClock(start);
  const prometheus = new FakePrometheus(clock, rows, wavySamples(dataSince));
  return { clock, prometheus, ledger: new TestLedger(), locks: new TestLocks(), budget: null };
}

export const tabOf = (browser: TestBrowser): BrowserQueryLayer =>
  new BrowserQueryLayer({ ...browser, metrics: browser.prometheus, dailySampleBudget: () => browser.budget });
