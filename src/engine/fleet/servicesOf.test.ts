import { DAY } from '../../domain/base/Duration';
import { rowsByService } from './rowsByService';
import { servicesOf } from './servicesOf';
import { historyState, nowState, readingsOf, SHOP, TODAY_ENDS } from './testing/readingsOf';

describe('services of a profile', () => {
  it('are those with demand now and those only history knows', () => {
    const gone = { namespace: 'shop', service: 'gone' };
    const found = servicesOf(
      readingsOf(
        { 'demand-now': nowState('demand-now', [[SHOP, 5]]) },
        { 'daily-peak': historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [1]], [gone, [2]]] }) }
      )
    );
    expect(found.map(({ service }) => service.name)).toEqual(['cart', 'gone']);
  });

  it('differ when only the namespace differs, whatever the names hold', () => {
    const names = ['cart', 'ca"rt', 'ca\\rt', 'ca{r}t', 'ca\nrt', 'čärt 🛒', 'x'.repeat(200)];
    const rows = names.flatMap((service) => ['a', 'b'].map((namespace) => [{ namespace, service }, 1] as const));
    const found = servicesOf(readingsOf({ 'demand-now': nowState('demand-now', rows) }));
    expect(new Set(found.map(({ service }) => service.key)).size).toBe(names.length * 2);
    expect(new Set(found.map(({ rowKey }) => rowKey)).size).toBe(names.length * 2);
  });

  it('leaves out rows without any grouping label', () => {
    expect(rowsByService([{ labels: {} }, { labels: { namespace: '', service: '' } }], ['namespace', 'service']).size).toBe(0);
    expect(rowsByService([{ labels: { service: 'x' } }], ['namespace', 'service']).size).toBe(1);
  });
});
