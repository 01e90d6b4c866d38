import { linesOfLog } from './linesOfLog';
import { closedLog, endedLog, openLog } from './runLog.fixture';
import type { RunLog } from '../../ports/RunStore';

it.each<[string, RunLog, string, string]>([
  ['a change', openLog('judging', 2_000), 'judging, step 1', 'info'],
  ['an end that was wanted', endedLog(null), 'Stopped by an operator. Stopped by ann.', 'good'],
  ['lost control', endedLog(null, 'lost-control'), 'Lost control. Stopped by ann.', 'bad'],
  ['a guard', endedLog(null, 'stopped-by-guard'), 'Stopped by a guard. Stopped by ann.', 'warn'],
  ['an end of another version', endedLog(null, 'eaten'), 'eaten. Stopped by ann.', 'warn'],
  ['a record closed by a visitor', closedLog(), 'Closed by ann: its driver had gone, the traffic is back', 'warn'],
])('the last line of %s', (_name, log, text, tone) => {
  expect(linesOfLog(log).at(-1)).toMatchObject({ text, tone });
});
