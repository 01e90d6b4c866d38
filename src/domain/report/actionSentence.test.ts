import { DAY } from '../base/Duration';
import { NOW } from '../capacity/serviceFacts.fixture';
import { actionSentence } from './actionSentence';
import type { NextAction } from './NextAction';
import { named } from './report.fixture';
import { WORDS } from './reportWords.fixture';

const facts = named('cart');

describe('actionSentence', () => {
  it.each<readonly [NextAction, string]>([
    [{ kind: 'add', facts, instances: 1, atLeast: false }, 'add 1 instance'],
    [{ kind: 'add', facts, instances: 3, atLeast: true }, 'add at least 3 instances'],
    [{ kind: 'restore', facts, lastSeen: NOW - 2 * DAY }, 'find out why it sends no samples: last seen 2 days ago'],
    [{ kind: 'restore', facts, lastSeen: null }, 'find out why it sends no samples'],
    [{ kind: 'spread', facts, reason: 'zones are uneven: 8, 2' }, 'spread its instances evenly over its zones: zones are uneven: 8, 2'],
    [{ kind: 'learn', facts, reason: 'no benchmark; next: test' }, 'cannot be judged: no benchmark; next: test'],
    [{ kind: 'retest', facts, reason: 'it is old' }, 'test it again: it is old'],
    [{ kind: 'give-back', facts, instances: 2, pricePerMonth: 0 }, 'give back 2 instances: 0 EUR a month'],
    [{ kind: 'give-back', facts, instances: 2, pricePerMonth: null }, 'give back 2 instances'],
  ])('%#: %j', (action, words) => expect(actionSentence(action, WORDS)).toBe(words));
});
