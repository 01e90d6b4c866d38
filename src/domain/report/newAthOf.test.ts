import { DAY } from '../base/Duration';
import { unknown } from '../base/Figure';
import type { PeakFact } from '../capacity/ServiceFacts';
import { NOW, peak } from '../capacity/serviceFacts.fixture';
import { newAthOf } from './newAthOf';
import { now, then, WEEK } from './report.fixture';
import type { ServiceBefore } from './ServiceBefore';

const recent = (value: number, change: Partial<PeakFact> = {}) => peak(value, { at: NOW - 2 * DAY, span: DAY, ...change });
const before = (value: number) => then({ ath: peak(value) });

describe('newAthOf', () => {
  it.each<readonly [string, PeakFact, ServiceBefore | undefined, object | null]>([
    ['of this week, over a known one', recent(4500), before(4100), { value: 4500, before: 4100, atLeast: false }],
    ['of this week, where the one before is not known', recent(4500), { kind: 'unknown', reason: 'x' }, { value: 4500, before: null }],
    ['of this week, where nobody has looked', recent(4500), undefined, { value: 4500, before: null }],
    ['reached while failing', recent(4500, { censored: true }), before(4100), { atLeast: true }],
    ['of the day the week began in', recent(4500, { at: WEEK.from - DAY + 1 }), before(4100), { value: 4500 }],
    ['of the day before', recent(4500, { at: WEEK.from - DAY }), before(4100), null],
    ['a hair above the one before: noise', recent(4100.5), before(4100), null],
    ['lower than before: a greater one was voided', recent(3000), before(4100), null],
    ['of a service that is new', recent(4500), { kind: 'new' }, null],
    ['of history that is younger than the week', recent(4500, { since: WEEK.from + DAY }), { kind: 'unknown', reason: 'x' }, null],
    ['of history nobody knows the start of', recent(4500, { since: null }), undefined, null],
    ['not known', recent(0, { figure: unknown('reqps', 'no peak'), at: null }), before(4100), null],
  ])('%s', (_, ath, past, expected) => {
    const found = newAthOf(now({ ath }), past, WEEK);
    expect(found).toEqual(expected && expect.objectContaining(expected));
  });
});
