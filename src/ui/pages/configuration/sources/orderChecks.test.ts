import type { Check } from '../../../../engine/setup/SetupView';
import { orderChecks } from './orderChecks';

const check = (id: string): Check => ({ id, title: id, verdict: 'pass', detail: '', next: null, expr: null });
const ORDER = ['reachable', 'metrics', 'labels:a', 'scrape:x', 'scrape:y', 'services:x', 'cpu:x', 'retention', 'newcomer'];

describe('orderChecks', () => {
  it.each([
    ['as they were asked', ORDER],
    ['backwards', [...ORDER].reverse()],
    ['mixed', ['cpu:x', 'scrape:y', 'newcomer', 'reachable', 'services:x', 'labels:a', 'retention', 'scrape:x', 'metrics']],
  ])('stands the same when answers come %s', (_, ids) => {
    expect(orderChecks(ids.map(check)).map(({ id }) => id)).toEqual(ORDER);
  });

  it('leaves what it was given alone', () => {
    const given = [check('retention'), check('reachable')];
    orderChecks(given);
    expect(given.map(({ id }) => id)).toEqual(['retention', 'reachable']);
  });
});
