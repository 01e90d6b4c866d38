import { setTimeZoneResolver } from '@grafana/data';
import { formatDay } from './formatDay';
import { formatMinute } from './formatMinute';

const AT = Date.UTC(2026, 10, 21, 23, 30);

describe('formatMinute and formatDay', () => {
  afterEach(() => setTimeZoneResolver(() => 'utc'));

  it.each([
    ['utc', '2026-11-21 23:30', '2026-11-21'],
    ['Asia/Tokyo', '2026-11-22 08:30', '2026-11-22'],
  ])("speak in Grafana's time zone, %s", (zone, minute, day) => {
    setTimeZoneResolver(() => zone);
    expect(formatMinute(AT)).toBe(minute);
    expect(formatDay(AT)).toBe(day);
  });
});
