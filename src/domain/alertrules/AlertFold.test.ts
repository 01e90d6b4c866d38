import { MINUTE } from '../base/Duration';
import { AlertFold } from './AlertFold';

const LABELS = { service: 'a' };

/** `x` breaches, `.` does not; one evaluation a minute. */
function fold(pattern: string, holdMinutes: number) {
  const alerts = new AlertFold(holdMinutes * MINUTE);
  [...pattern].forEach((sign, i) => alerts.evaluate(i * MINUTE, new Map(sign === 'x' ? [['a', LABELS]] : [])));
  return alerts.instances().map(({ from, to }) => [from / MINUTE, to === null ? null : to / MINUTE]);
}

describe('AlertFold', () => {
  it.each<[string, string, number, Array<[number, number | null]>]>([
    ['nothing', '....', 1, []],
    ['fires at once without a hold', 'x.', 0, [[0, 1]]],
    ['fires when it has held', '.xxxx.', 2, [[3, 5]]],
    ['a breach that is too short', '.xx.xx.', 2, []],
    ['one evaluation without it begins anew', 'xx.xxx', 2, [[5, null]]],
    ['still fires at the end', 'xxx', 1, [[1, null]]],
    ['fires twice', 'xx.xx.', 1, [[1, 2], [4, 5]]],
  ])('%s', (_name, pattern, hold, expected) => expect(fold(pattern, hold)).toEqual(expected));

  it('keeps services apart', () => {
    const alerts = new AlertFold(MINUTE);
    alerts.evaluate(0, new Map([['a', LABELS]]));
    alerts.evaluate(MINUTE, new Map([['a', LABELS], ['b', { service: 'b' }]]));
    alerts.evaluate(2 * MINUTE, new Map([['b', { service: 'b' }]]));
    expect(alerts.instances()).toEqual([
      { labels: LABELS, from: MINUTE, to: 2 * MINUTE },
      { labels: { service: 'b' }, from: 2 * MINUTE, to: null },
    ]);
  });
});
