import { setTimeZoneResolver } from '@grafana/data';
import { DAY, MINUTE } from '../../domain/base/Duration';
import { formatPeakTime, formatUtcDay } from './formatPeakTime';

const MIDNIGHT = Date.UTC(2026, 9, 23);

describe.each(['utc', 'Pacific/Auckland', 'America/Los_Angeles'])('the time of a peak, read in %s', (zone) => {
  beforeEach(() => setTimeZoneResolver(() => zone));
  afterEach(() => setTimeZoneResolver(() => 'utc'));

  it('is the UTC day when no more is known', () => {
    expect(formatUtcDay(MIDNIGHT)).toBe('2026-10-23');
    expect(formatPeakTime(MIDNIGHT, DAY)).toBe('2026-10-23 (UTC day)');
  });

  it('is the minute in that zone when it is known', () => {
    expect(formatPeakTime(MIDNIGHT + 19 * 60 * MINUTE, MINUTE)).toMatch(/^2026-10-2[34] \d\d:\d0$/);
  });
});
