import { firstValueFrom } from 'rxjs';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { BrowserQueryLayer } from './BrowserQueryLayer';
import type { QueryLayerStats } from './QueryLayer';
import { DAILY_PEAK, DEMAND_NOW, HOURLY_MEAN } from './testing/questions';
import { tabOf, testBrowser, type TestBrowser } from './testing/tabOf';
import { visit } from './testing/visit';

const START = Date.UTC(2026, 2, 1, 9, 17);
const back = (span: number): TimeWindow => ({ from: START - span, to: START });
const statsOf = (layer: BrowserQueryLayer): Promise<QueryLayerStats> => firstValueFrom(layer.stats);
const cellsAsked = (browser: TestBrowser): number[] =>
  browser.prometheus.asked.map(({ window, step }) => (window.to - window.from) / step + 1);

let browser: TestBrowser;
let layer: BrowserQueryLayer;

beforeEach(() => {
  browser = testBrowser(START, START - 40 * DAY);
  layer = tabOf(browser);
});

describe('history', () => {
  it('shows the ledger first, then every chunk, newest first, with growing progress', async () => {
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    const progress = views.map((v) => v.progress);
    expect(views[0]).toMatchObject({ progress: 0, rows: [], done: false });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(views.at(-1)).toMatchObject({ progress: 1, done: true, failures: [], stale: false, readAt: START });
    const ends = browser.prometheus.asked.map((a) => a.window.to);
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
  });

  it('asks for whole steps, up to the end of the day that is not over', async () => {
    await visit(layer, DAILY_PEAK, back(5 * DAY));
    const { asked } = browser.prometheus;
    expect(asked.every(({ window }) => window.from % DAY === 0 && window.to % DAY === 0)).toBe(true);
    expect(asked[0]?.window.to).toBe(Date.UTC(2026, 2, 2));
  });

  it('does not ask for the mean of an hour that is not over', async () => {
    const views = await visit(layer, HOURLY_MEAN, back(5 * HOUR));
    expect(views.at(-1)?.window.to).toBe(Date.UTC(2026, 2, 1, 9));
  });

  it('a second visit a moment later asks nothing', async () => {
    await visit(layer, DAILY_PEAK, back(20 * DAY));
    const before = browser.prometheus.asked.length;
    browser.clock.time += MINUTE;
    const tab = tabOf(browser);
    const views = await visit(tab, DAILY_PEAK, back(20 * DAY));
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({ done: true, progress: 1 });
    expect(browser.prometheus.asked).toHaveLength(before);
    expect((await statsOf(tab)).fromLedger).toBe(3 * 21);
  });

  it('a visit next day asks for the tail only', async () => {
    await visit(layer, DAILY_PEAK, back(20 * DAY));
    const before = browser.prometheus.asked.length;
    browser.clock.time += DAY;
    await visit(tabOf(browser), DAILY_PEAK, { from: START - 20 * DAY, to: START + DAY });
    expect(browser.prometheus.asked.slice(before).map((a) => a.window)).toEqual([
      { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 3) },
    ]);
  });

  it('halves what is refused as too many samples, and remembers the size', async () => {
    browser.prometheus.mostCells = 3;
    browser.prometheus.samplesPerCell = 10;
    browser.prometheus.milliseconds = 3_000;
    const views = await visit(layer, HOURLY_MEAN, back(40 * HOUR));
    expect(views.at(-1)).toMatchObject({ progress: 1, failures: [] });
    expect(cellsAsked(browser).slice(0, 5)).toEqual([40, 20, 10, 5, 2]);
    const before = browser.prometheus.asked.length;
    await visit(tabOf(browser), HOURLY_MEAN, back(50 * HOUR));
    expect(Math.max(...cellsAsked(browser).slice(before))).toBeLessThanOrEqual(3);
  });

  it('gives up a single step that is refused, and goes on with the rest', async () => {
    const refused = Date.UTC(2026, 1, 27);
    browser.prometheus.fate = () => {
      const window = browser.prometheus.asked.at(-1)?.window;
      return window && window.from <= refused && refused <= window.to ? 'too-many-samples' : 'answer';
    };
    const views = await visit(layer, DAILY_PEAK, back(10 * DAY));
    expect(views.at(-1)).toMatchObject({ done: true, stale: false });
    expect(views.at(-1)?.failures.map((f) => f.kind)).toEqual(['too-many-samples']);
    expect(views.at(-1)?.progress).toBeCloseTo(10 / 11);
  });

  it('says at the first timeout that it reads on in smaller pieces, and takes it back with the first answer', async () => {
    browser.prometheus.fate = (request) => (request <= 2 ? 'timeout' : 'answer');
    const views = await visit(layer, HOURLY_MEAN, back(40 * HOUR));
    expect(views.map((v) => [v.done, v.slowed?.kind ?? null, v.failures.length]).slice(0, 3)).toEqual([
      [false, null, 0],
      [false, 'timeout', 0],
      [false, null, 0],
    ]);
    expect(views.at(-1)).toMatchObject({ done: true, progress: 1, slowed: null, failures: [] });
    expect(cellsAsked(browser).slice(0, 3)).toEqual([40, 20, 10]);
  });

  it('calls a history that no piece was answered of failed, and no longer slow', async () => {
    browser.prometheus.fate = () => 'timeout';
    const views = await visit(layer, DAILY_PEAK, back(3 * DAY));
    expect(views.at(-1)).toMatchObject({ done: true, slowed: null, failures: [{ kind: 'timeout' }, { kind: 'timeout' }, { kind: 'timeout' }] });
  });

  it('bothers nobody about a refusal that smaller pieces get around', async () => {
    browser.prometheus.mostCells = 3;
    const views = await visit(layer, HOURLY_MEAN, back(40 * HOUR));
    expect(views.every((v) => v.slowed === null)).toBe(true);
  });

  it('stops after three chunks in a row that cannot be worked out', async () => {
    browser.prometheus.fate = () => 'execution';
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    expect(views.at(-1)?.failures).toHaveLength(3);
    expect(browser.prometheus.asked).toHaveLength(3);
  });

  it.each(['parse', 'forbidden', 'not-found'] as const)('asks once when the answer is %s', async (kind) => {
    browser.prometheus.fate = () => kind;
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    expect(views.at(-1)).toMatchObject({ done: true, failures: [{ kind }] });
    expect(browser.prometheus.asked).toHaveLength(1);
  });

  it('keeps old data and says stale when the source went away', async () => {
    await visit(layer, DAILY_PEAK, back(10 * DAY));
    browser.clock.time += DAY;
    browser.prometheus.fate = () => 'unavailable';
    const views = await visit(tabOf(browser), DAILY_PEAK, { from: START - 9 * DAY, to: START + DAY });
    expect(views.at(-1)).toMatchObject({ done: true, stale: true, failures: [{ kind: 'unavailable' }] });
    expect(views.at(-1)?.rows).toHaveLength(3);
  });

  it('tries again after a pause when the source was away for a moment', async () => {
    browser.prometheus.fate = (request) => (request === 2 ? 'unavailable' : 'answer');
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    expect(views.at(-1)).toMatchObject({ progress: 1, failures: [] });
    expect(browser.clock.slept).toEqual([2_000]);
  });

  it('asks a slow source for less and less', async () => {
    browser.prometheus.milliseconds = 9_000;
    await visit(layer, HOURLY_MEAN, back(100 * HOUR));
    expect(cellsAsked(browser).slice(0, 4)).toEqual([41, 20, 10, 5]);
  });

  it('grows chunks while answers are fast, up to what the samples held at once allow', async () => {
    browser.prometheus.samplesPerCell = 1_000_000;
    await visit(layer, DAILY_PEAK, back(30 * DAY));
    expect(cellsAsked(browser).slice(0, 6)).toEqual([1, 2, 4, 8, 10, 6]);
  });

  it('walks in long strides where nothing is, and asks for it never again', async () => {
    await visit(layer, DAILY_PEAK, back(300 * DAY));
    const queries = browser.prometheus.asked.length;
    expect(queries).toBeLessThan(12);
    await visit(tabOf(browser), DAILY_PEAK, back(300 * DAY));
    expect(browser.prometheus.asked).toHaveLength(queries);
  });

  it('does not believe for long that there is nothing at all', async () => {
    const empty = testBrowser(START, Infinity);
    await visit(tabOf(empty), DAILY_PEAK, back(20 * DAY));
    empty.prometheus.asked.length = 0;
    empty.clock.time += 2 * HOUR;
    await visit(tabOf(empty), DAILY_PEAK, back(20 * DAY));
    expect(empty.prometheus.asked.at(-1)?.window.from).toBe(Date.UTC(2026, 1, 10));
  });

  it('a clock that is ahead does not turn the hours to come into gaps for good', async () => {
    const serverNow = START - 5 * HOUR;
    const ahead = testBrowser(START, START - 40 * DAY);
    const { samples } = ahead.prometheus;
    let known = serverNow;
    Object.assign(ahead.prometheus, { samples: (row: number, at: number) => (at > known ? NaN : samples(row, at)) });
    await visit(tabOf(ahead), HOURLY_MEAN, back(20 * HOUR));
    known = START;
    ahead.clock.time += MINUTE;
    const views = await visit(tabOf(ahead), HOURLY_MEAN, back(20 * HOUR));
    expect([...(views.at(-1)?.rows[0]?.series.values ?? [])].filter(Number.isNaN)).toEqual([]);
  });

  it('takes in samples that come late', async () => {
    const { samples } = browser.prometheus;
    const arrived = (row: number, at: number) => (at > browser.clock.time - 40 * MINUTE ? NaN : samples(row, at));
    Object.assign(browser.prometheus, { samples: arrived });
    await visit(layer, HOURLY_MEAN, back(5 * HOUR));
    browser.clock.time += 6 * HOUR;
    const views = await visit(tabOf(browser), HOURLY_MEAN, back(5 * HOUR));
    const window = { from: Date.UTC(2026, 2, 1, 5), to: Date.UTC(2026, 2, 1, 10) };
    expect(views.at(-1)?.rows[0]?.series.values.slice(-6)).toEqual(
      browser.prometheus.direct('mean', window, HOUR)[0]?.series.values
    );
  });

  it('shows but does not keep as final what was answered in part', async () => {
    browser.prometheus.warnings = ['No StoreAPIs matched: partial response'];
    const views = await visit(layer, DAILY_PEAK, back(3 * DAY));
    expect(views.at(-1)?.failures[0]?.message).toContain('Answered in part');
    expect(views.at(-1)?.rows).toHaveLength(3);
    browser.prometheus.warnings = [];
    const again = await visit(tabOf(browser), DAILY_PEAK, back(3 * DAY));
    expect(again.at(-1)).toMatchObject({ progress: 1, failures: [] });
    expect([...browser.ledger.pages.values()][0]?.read).toHaveLength(1);
  });

  it('never lowers a peak by a re-read with less data', async () => {
    await visit(layer, DAILY_PEAK, back(3 * DAY));
    const before = (await visit(tabOf(browser), DAILY_PEAK, back(3 * DAY))).at(-1)?.rows[0]?.series.values.at(-1);
    Object.assign(browser.prometheus, { samples: () => 1 });
    browser.clock.time += 30 * MINUTE;
    const after = (await visit(tabOf(browser), DAILY_PEAK, back(3 * DAY))).at(-1)?.rows[0]?.series.values.at(-1);
    expect(after).toBe(before);
  });

  it('views once given do not change under the hands of who holds them', async () => {
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    expect([...(views[1]?.rows[0]?.series.values ?? [])].filter((v) => !Number.isNaN(v))).toHaveLength(1);
  });

  it('panels that ask the same watch one fill', async () => {
    const [one, two] = await Promise.all([
      visit(layer, DAILY_PEAK, back(9 * DAY)),
      visit(layer, DAILY_PEAK, back(9 * DAY)),
    ]);
    expect(two.at(-1)).toBe(one.at(-1));
  });

  it('tells an instant question from a history', async () => {
    const views = await visit(layer, DEMAND_NOW, back(DAY));
    expect(views).toMatchObject([{ done: true, failures: [{ kind: 'execution' }] }]);
  });
});
