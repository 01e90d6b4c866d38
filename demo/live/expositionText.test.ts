/** @jest-environment node */
import { SeriesFactory } from '../model/seriesFactory';
import { expositionText } from './expositionText';

describe('exposition of continued series', () => {
  const make = new SeriesFactory(new Map());

  it('keeps a job of its own and empties the one a scrape would add', () => {
    const own = make.counter('http_requests_total', { job: 'cart', instance: 'cart-1' }, 'fine');
    const other = make.gauge('kube_deployment_spec_replicas', { deployment: 'orders' }, 'coarse');
    own.value = 12;
    expect(expositionText([own, other]).split('\n')).toEqual([
      '# TYPE http_requests_total counter',
      'http_requests_total{job="cart",instance="cart-1"} 12',
      '# TYPE kube_deployment_spec_replicas gauge',
      'kube_deployment_spec_replicas{job="",instance="",deployment="orders"} 0',
      '',
    ]);
  });

  it('escapes label values', () => {
    const odd = make.gauge('odd', { job: 'a"b\\c\nd' }, 'fine', false);
    odd.value = 1.23456;
    expect(expositionText([odd])).toContain('odd{job="a\\"b\\\\c\\nd"} 1.235');
  });
});
