import { DAY, MINUTE } from '../../../domain/base/Duration';
import { unknown } from '../../../domain/base/Figure';
import { NOW } from '../../testing/NOW';
import { historyStart } from './historyStart';

const ASKED = NOW - 400 * DAY;
const from = (since: number | null) => ({
  ath: { figure: unknown('reqps', 'x'), at: null, window: 5 * MINUTE, since, censored: false },
});

describe('historyStart', () => {
  it.each([
    ['what was asked, where it is kept', [from(ASKED), from(NOW - 5 * DAY)], ASKED, ASKED],
    ['the earliest kept, where that is less', [from(NOW - 5 * DAY), from(NOW - 90 * DAY)], ASKED, NOW - 90 * DAY],
    ['never earlier than asked', [from(ASKED - DAY)], ASKED, ASKED],
    ['what was asked, while nothing is known', [from(null)], ASKED, ASKED],
    ['unknown, while nobody asked', [from(NOW)], null, null],
  ])('is %s', (_, services, asked, start) => expect(historyStart(services, asked)).toBe(start));
});
