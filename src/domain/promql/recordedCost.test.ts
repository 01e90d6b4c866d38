import { rawSeriesQuestion, recordedCost } from './recordedCost';
import { recordedExprs } from './recordedExprs';
import { context } from './testing/questionContexts';

describe('what recording costs', () => {
  it('is a series a service and rule, and saves what raw series would be read', () => {
    const rules = recordedExprs(context()).recordable.length;
    expect(recordedCost(context(), { services: 10, rawSeries: 400, historyDays: 90 })).toEqual({
      series: 10 * rules,
      samplesPerDay: 10 * ((rules - 1) * 1440 + 288),
      bytesPerDay: 10 * ((rules - 1) * 1440 + 288) * 1.5,
      // A scrape every 15 s: 5760 a day.
      peaksBefore: 400 * 5760 * 90,
      peaksAfter: 10 * 1440 * 90,
    });
  });

  it('takes a minute where nobody knows how often is scraped', () => {
    expect(recordedCost(context({ scrapeInterval: 0 }), { services: 1, rawSeries: 2, historyDays: 1 }).peaksBefore).toBe(2880);
  });

  it('counts the raw series within the scope', () => {
    expect(rawSeriesQuestion(context({ scope: [{ label: 'cluster', op: '=', value: 'eu' }] }))).toBe('count (http_requests_total{cluster="eu"})');
  });
});
