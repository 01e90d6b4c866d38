import { costSentence } from './costSentence';

const cost = { profile: 'http', series: 24, samplesPerDay: 34_560, bytesPerDay: 51_840, peaksBefore: 40_000_000, peaksAfter: 400_000 };

describe('costSentence', () => {
  it('says what it costs and what it saves', () => {
    expect(costSentence(cost, 90)).toBe(
      'http: costs the server about 24 series, 34.6 K samples and 50.6 KiB a day. The daily peaks of 90 days then read about 400 K samples, before it was 40 Mil: 100 times fewer (counted from series and scrape interval, not measured).'
    );
  });

  it('does not promise savings that are none', () => {
    expect(costSentence({ ...cost, peaksBefore: 500_000 }, 90)).toContain('it saves little here.');
  });
});
