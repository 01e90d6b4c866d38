import { HOUR, MINUTE, SECOND } from '../base/Duration';
import { builtInProfiles } from '../catalogue/builtInProfiles';
import type { Profile } from '../catalogue/Profile';
import type { QuestionContext } from './QuestionContext';
import { isFiveMinutes, minuteWindow, pictureStep, pictureWindow, rateWindow } from './rateWindow';

const context = (scrapeInterval: number, step?: number): QuestionContext => ({
  profile: builtInProfiles[0] as Profile,
  resource: null,
  scope: [],
  metrics: new Set(),
  recorded: new Set(),
  scrapeInterval,
  ...(step !== undefined && { step }),
});

describe('rate windows hold at least four scrapes', () => {
  it.each([
    ['5 s', 5 * SECOND, 5 * MINUTE, MINUTE],
    ['15 s', 15 * SECOND, 5 * MINUTE, MINUTE],
    ['15.5 s', 15_500, 5 * MINUTE, null],
    ['30 s', 30 * SECOND, 5 * MINUTE, null],
    ['2 min', 2 * MINUTE, 8 * MINUTE, null],
    ['100.1 s', 100_100, 401 * SECOND, null],
    ['unknown', NaN, 5 * MINUTE, null],
    ['0', 0, 5 * MINUTE, null],
  ])('scraped every %s', (_name, scrape, window, minute) => {
    expect(rateWindow(context(scrape))).toBe(window);
    expect(minuteWindow(context(scrape))).toBe(minute);
  });

  it('grows with the step of a picture', () => {
    expect(pictureStep(context(SECOND))).toBe(5 * MINUTE);
    expect(pictureWindow(context(SECOND, HOUR))).toBe(HOUR);
    expect(pictureWindow(context(SECOND, MINUTE))).toBe(5 * MINUTE);
    expect(isFiveMinutes(context(SECOND, HOUR))).toBe(false);
  });
});
