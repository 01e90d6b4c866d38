import { DAY, HOUR } from '../base/Duration';
import { unknown } from '../base/Figure';
import { benchmark, NO_BENCHMARK, NOW, peak } from '../capacity/serviceFacts.fixture';
import type { FleetRow } from '../capacity/FleetRow';
import { changesOf } from './changesOf';
import { now, ready, readyThen, then, WEEK } from './report.fixture';
import type { ServiceBefore } from './ServiceBefore';
import type { ServiceChange } from './ServiceChange';

const autoscaler = { min: 10, max: 60, desired: 30 };
const uneven = { zones: new Map([['a', 20], ['b', 16], ['c', 12]]) };
const thisWeek = peak(4100, { at: NOW - 2 * DAY, span: DAY });

// Required with these facts: 47 of 48.
const cases: ReadonlyArray<readonly [name: string, now: FleetRow, before: ServiceBefore | undefined, changes: ReadonlyArray<Partial<ServiceChange>>]> = [
  ['nothing changed', now(), then(), []],
  ['new this week: nothing else is news', now({ benchmark: benchmark(300, { at: NOW - DAY }), ath: thisWeek }), { kind: 'new' }, [{ kind: 'new' }]],
  ['its samples stopped', now({ lastSeen: NOW - 3 * DAY, ...ready(2) }), then(), [{ kind: 'gone', lastSeen: NOW - 3 * DAY }]],
  ['silent then and now', now({ lastSeen: NOW - 20 * DAY }), then({ lastSeen: NOW - 20 * DAY }), []],
  ['silent then, back now', now(), then({ lastSeen: WEEK.from - 2 * DAY }), [{ kind: 'status', from: 'stale', to: 'ok' }]],
  [
    'instances were removed, which made it short',
    now(ready(15)),
    then(),
    [
      { kind: 'status', from: 'ok', to: 'short' },
      { kind: 'headroom', because: [{ what: 'instances', from: 48, to: 45 }] },
      { kind: 'instances', from: 48, to: 45 },
    ],
  ],
  ['instances were added, headroom within 5 points', now(), then(readyThen(47)), [{ kind: 'instances', from: 47, to: 48 }]],
  ['an autoscaler did its work', now({ autoscaler, ...ready(10) }), then({ autoscaler, ...readyThen(48) }), []],
  [
    'a small move that crossed the line explains the status',
    now({ ath: peak(4400, { at: NOW - 2 * DAY, span: DAY }) }),
    then({ ath: peak(4300) }),
    [{ kind: 'status', from: 'ok', to: 'short' }, { kind: 'headroom', because: [{ what: 'peak', from: 4644, to: 4752 }] }, { kind: 'ath' }],
  ],
  ['an unknown count is not a change', now(), then({ instances: unknown('instances', 'not read') }), [{ kind: 'status', from: 'unknown', to: 'ok' }]],
  ['unknown now: what it was is lost, and said', now({ benchmark: NO_BENCHMARK }), then(), [{ kind: 'status', from: 'ok', to: 'unknown' }]],
  ['unknown then and now', now({ benchmark: NO_BENCHMARK }), then({ benchmark: NO_BENCHMARK }), []],
  ['uneven zones were not looked at a week ago', now(uneven), then(), []],
  ['uneven zones after a shortage are a change', now(uneven), then(readyThen(40)), [{ kind: 'status', from: 'short', to: 'unbalanced' }, { kind: 'headroom' }, { kind: 'instances', from: 40, to: 48 }]],
  [
    'a peak of this week took headroom',
    now({ ath: peak(4600, { at: NOW - 2 * DAY, span: DAY }) }),
    then(),
    [
      { kind: 'status', from: 'ok', to: 'short' },
      { kind: 'headroom', because: [{ what: 'peak', from: 4428, to: expect.closeTo(4968) as unknown as number }] },
      { kind: 'ath', value: 4600, before: 4100, atLeast: false },
    ],
  ],
  ['a peak of this week that is censored', now({ ath: peak(4150, { at: NOW - 2 * DAY, span: DAY, censored: true }) }), then(), [{ kind: 'ath', value: 4150, atLeast: true }]],
  ['a new benchmark', now({ benchmark: benchmark(262, { at: NOW - DAY }) }), then(), [{ kind: 'benchmark', before: 260 }]],
  ['a first benchmark', now({ benchmark: benchmark(260, { at: NOW - DAY }) }), then({ benchmark: NO_BENCHMARK }), [{ kind: 'status', from: 'unknown', to: 'ok' }, { kind: 'benchmark', before: null }]],
  ['an estimate is made anew at each look', now({ tier: 'P1', benchmark: benchmark(260, { origin: 'estimated', at: NOW - HOUR }) }), then({ tier: 'P1', benchmark: benchmark(260, { origin: 'estimated', at: WEEK.from }) }), []],
  ['nobody can say: what dates itself is still told', now({ benchmark: benchmark(260, { at: NOW - DAY }), ath: thisWeek, ...ready(10) }), { kind: 'unknown', reason: 'history is being read' }, [{ kind: 'benchmark', before: null }, { kind: 'ath', value: 4100, before: null }]],
  ['nobody has looked yet', now(ready(10)), undefined, []],
];

describe('changesOf', () => {
  it.each(cases)('%s', (_, row, before, changes) => {
    expect(changesOf(row, before, WEEK)).toEqual(changes.map((change) => expect.objectContaining(change)));
  });

  it.each([
    ['5 points are not worth a line', 4100 / 1.05, 0],
    ['more than 5 are', 4100 / 1.08, 1],
  ])('%s', (_, peakThen, lines) => {
    // Headroom now is 0.53, so that a peak lower by a share moves it by more than that share.
    const of = (value: number) => then({ ath: peak(value) });
    const change = changesOf(now(), of(lines === 0 ? 4100 * 0.975 : peakThen), WEEK).filter(({ kind }) => kind === 'headroom');
    expect(change).toHaveLength(lines);
  });
});
