import { DAY } from '../base/Duration';
import { benchmark, NOW } from '../capacity/serviceFacts.fixture';
import { changeSentence } from './changeSentence';
import { WORDS } from './reportWords.fixture';
import type { ServiceChange } from './ServiceChange';

describe('changeSentence', () => {
  it.each<readonly [ServiceChange, string]>([
    [{ kind: 'new' }, 'new this week'],
    [{ kind: 'gone', lastSeen: NOW - 2 * DAY }, 'gone: last seen 2 days ago'],
    [{ kind: 'gone', lastSeen: null }, 'gone: it sends no samples any more'],
    [{ kind: 'status', from: 'ok', to: 'unknown' }, 'ok → unknown'],
    [{ kind: 'headroom', from: 0.6, to: -0.1, because: [] }, 'headroom +60 % → −10 %'],
    [{ kind: 'headroom', from: 0.6, to: 0.5, because: [{ what: 'benchmark', from: 200, to: 190 }] }, 'headroom +60 % → +50 % (safe limit 200 req/s → 190 req/s an instance)'],
    [{ kind: 'instances', from: 3, to: 4 }, '1 instance added: 3 → 4'],
    [{ kind: 'instances', from: 4, to: 0 }, '4 instances removed: 4 → 0'],
    [{ kind: 'benchmark', benchmark: benchmark(200, { origin: 'declared' }), before: null }, 'new benchmark: 200 req/s an instance, declared'],
    [{ kind: 'ath', value: 5, atLeast: true, before: null }, 'new all-time high: at least 5 req/s'],
  ])('%#: %j', (change, words) => expect(changeSentence(change, WORDS)).toBe(words));
});
