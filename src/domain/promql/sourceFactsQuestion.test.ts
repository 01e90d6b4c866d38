import { parser } from '@prometheus-io/lezer-promql';
import { SECOND } from '../base/Duration';
import { sourceFactsFrom, sourceFactsQuestion } from './sourceFactsQuestion';

const REQUESTS = [
  { metric: 'a_total', candidates: ['zone'] },
  { metric: 'b_total', candidates: ['pod'] },
];

describe('sourceFactsQuestion', () => {
  it('asks about every family in one expression that Prometheus can read', () => {
    const text = sourceFactsQuestion(REQUESTS, []);
    let errors = 0;
    parser.parse(text).iterate({ enter: (node) => void (errors += node.type.isError ? 1 : 0) });
    expect(errors).toBe(0);
    expect(text.match(/"headroom_metric"/g)).toHaveLength(2);
    expect(text.match(/count_over_time/g)).toHaveLength(6);
  });

  it('is read back by metric', () => {
    const row = (metric: string, labels: Record<string, string>, value: number) => ({ labels: { headroom_metric: metric, ...labels }, value });
    const { labels, scrapeIntervals } = sourceFactsFrom(REQUESTS, [
      row('a_total', { headroom_fact: 'series' }, 4),
      row('a_total', { headroom_fact: 'series', headroom_label: 'zone' }, 3),
      row('a_total', { headroom_fact: 'values', headroom_label: 'zone' }, 2),
      row('a_total', { headroom_fact: 'scrapes', headroom_window: '10m' }, 10),
    ]);
    expect(labels.get('a_total')).toEqual({ metric: 'a_total', series: 4, labels: new Map([['zone', { values: 2, series: 3 }]]) });
    expect(labels.get('b_total')?.series).toBe(0);
    expect([...scrapeIntervals]).toEqual([['a_total', 60 * SECOND]]);
  });
});
