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

  const mixed: Check[] = [check('reachable'), { ...check('cpu:x'), verdict: 'warn' }, { ...check('labels:a'), verdict: 'unknown' }, { ...check('retention'), verdict: 'fail' }];

  it('puts what somebody should look at first once all have answered', () => {
    expect(orderChecks(mixed).map(({ id }) => id)).toEqual(['retention', 'cpu:x', 'reachable', 'labels:a']);
  });

  it('moves nothing while a check is under way', () => {
    const running = orderChecks([...mixed, { ...check('services:x'), verdict: 'running' }]);
    expect(running.map(({ id }) => id)).toEqual(['reachable', 'labels:a', 'services:x', 'cpu:x', 'retention']);
  });

  it('leaves what it was given alone', () => {
    const given = [check('retention'), check('reachable')];
    orderChecks(given);
    expect(given.map(({ id }) => id)).toEqual(['retention', 'reachable']);
  });
});
