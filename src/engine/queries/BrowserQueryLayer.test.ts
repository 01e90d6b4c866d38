import { firstValueFrom } from 'rxjs';
import { DAY, HOUR } from '../../domain/base/Duration';
import { err } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { BrowserQueryLayer } from './BrowserQueryLayer';
import type { QueryLayerStats } from './QueryLayer';
import { DAILY_PEAK, DEMAND_NOW, HOURLY_MEAN } from './testing/questions';
import { tabOf, testBrowser, type TestBrowser } from './testing/tabOf';
import { visit } from './testing/visit';

const START = Date.UTC(2026, 2, 1, 9, 17);
const signal = new AbortController().signal;
const back = (span: number): TimeWindow => ({ from: START - span, to: START });
const statsOf = (layer: BrowserQueryLayer): Promise<QueryLayerStats> => firstValueFrom(layer.stats);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const cellsAsked = (browser: TestBrowser): number[] =>
  browser.prometheus.asked.map(({ window, step }) => (window.to - window.from) / step + 1);

let browser: TestBrowser;
let layer: BrowserQueryLayer;

beforeEach(() => {
  browser = testBrowser(START, START - 40 * DAY);
  layer = tabOf(browser);
});

describe('cancellation', () => {
  it('gives back the slots, keeps what was read and is no failure', async () => {
    browser.prometheus.fate = (request) => (request > 2 ? 'hang' : 'answer');
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY), (seen) => seen.length === 3);
    await turn();
    expect(browser.prometheus.running).toBe(0);
    expect(await statsOf(layer)).toMatchObject({ inFlight: 0, waiting: 0 });
    expect(views.every((v) => v.failures.length === 0)).toBe(true);
    expect(browser.ledger.pages.size).toBe(1);
    browser.prometheus.fate = () => 'answer';
    expect((await visit(tabOf(browser), DAILY_PEAK, back(20 * DAY)))[0]?.progress).toBeGreaterThan(0);
  });

  it('of one of two watchers leaves the other one watching', async () => {
    const [, stays] = await Promise.all([
      visit(layer, DAILY_PEAK, back(20 * DAY), (seen) => seen.length === 2),
      visit(layer, DAILY_PEAK, back(20 * DAY)),
    ]);
    expect(stays.at(-1)).toMatchObject({ done: true, progress: 1 });
  });

  it('of a question about now rejects with AbortError and frees its slot', async () => {
    browser.prometheus.fate = () => 'hang';
    const controller = new AbortController();
    const asked = layer.now('prom', DEMAND_NOW, controller.signal);
    await turn();
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await turn();
    expect(await statsOf(layer)).toMatchObject({ inFlight: 0, waiting: 0 });
  });
});

describe('now', () => {
  const ask = (n: number) => layer.now('prom', { ...DEMAND_NOW, expr: `now${n}` }, signal);

  it('is shared for a few seconds', async () => {
    await Promise.all([layer.now('prom', DEMAND_NOW, signal), layer.now('prom', DEMAND_NOW, signal)]);
    browser.clock.time += 4_000;
    await layer.now('prom', DEMAND_NOW, signal);
    expect(browser.prometheus.instants).toHaveLength(1);
    browser.clock.time += 2_000;
    await layer.now('prom', DEMAND_NOW, signal);
    expect(browser.prometheus.instants).toHaveLength(2);
  });

  it('does not wait behind history', async () => {
    browser.prometheus.fate = () => 'hang';
    const subscriptions = [1, 2, 3, 4].map((n) =>
      layer.history(`prom${n}`, DAILY_PEAK, back(DAY), 'history').subscribe()
    );
    await turn();
    await turn();
    expect(browser.prometheus.running).toBe(2);
    browser.prometheus.fate = () => 'answer';
    expect((await layer.now('prom', DEMAND_NOW, signal)).ok).toBe(true);
    subscriptions.forEach((s) => s.unsubscribe());
  });

  it('fails fast while a source is known to be away, and finds it again', async () => {
    browser.prometheus.fate = () => 'unavailable';
    for (const n of [1, 2, 3, 4, 5]) {
      expect(await ask(n)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    }
    expect(browser.prometheus.instants).toHaveLength(3);
    browser.prometheus.fate = () => 'answer';
    browser.clock.time += 5_000;
    expect((await ask(6)).ok).toBe(true);
    expect((await ask(7)).ok).toBe(true);
  });

  it('asks a source at once when a person asks, and spares it again after the next failure', async () => {
    browser.prometheus.fate = () => 'unavailable';
    for (let n = 0; n < 4; n++) {
      expect(await ask(n)).toMatchObject({ ok: false });
    }
    const asked = browser.prometheus.instants.length;
    layer.tryAgain();
    expect(await ask(4)).toMatchObject({ ok: false });
    expect(browser.prometheus.instants.length).toBe(asked + 1);
    expect(await ask(5)).toMatchObject({ ok: false, error: { kind: 'unavailable', message: expect.stringContaining('tried again in') } });
    expect(browser.prometheus.instants.length).toBe(asked + 1);
    browser.prometheus.fate = () => 'answer';
    layer.tryAgain();
    expect(await ask(6)).toMatchObject({ ok: true });
  });

  it.each([
    ['is away', 0, /does not answer; it is tried again in 5 s/],
    ['limits the rate of queries', 429, /asks for fewer queries; it is tried again in 5 s/],
  ])('says why a source is spared that %s', async (_name, status, words) => {
    Object.assign(browser.prometheus, { instant: async (_source: string, expr: string) => err({ kind: 'unavailable', message: 'no', status, expr }) });
    for (const n of [1, 2, 3]) {
      await ask(n);
    }
    expect(await ask(4)).toMatchObject({ ok: false, error: { kind: 'unavailable', message: expect.stringMatching(words) } });
  });

  it('an adapter that throws is a bad answer, not an exception', async () => {
    Object.assign(browser.prometheus, { instant: () => Promise.reject(new TypeError('boom')) });
    expect(await layer.now('prom', DEMAND_NOW, signal)).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
  });
});

describe("the day's budget", () => {
  it('stops history with a reason, over all tabs, and never what is asked now', async () => {
    browser.budget = 5_000;
    const views = await visit(layer, DAILY_PEAK, back(20 * DAY));
    expect(views.at(-1)).toMatchObject({ done: true, failures: [{ kind: 'budget' }] });
    expect(views.at(-1)?.failures[0]?.message).toContain('5,000 samples');
    const tab = tabOf(browser);
    expect((await visit(tab, HOURLY_MEAN, back(DAY))).at(-1)?.failures[0]?.kind).toBe('budget');
    expect((await tab.now('prom', DEMAND_NOW, signal)).ok).toBe(true);
  });

  it('starts anew at midnight UTC', async () => {
    browser.budget = 1;
    await visit(layer, DAILY_PEAK, back(DAY));
    browser.clock.time += DAY;
    browser.budget = 1_000_000;
    const views = await visit(layer, DAILY_PEAK, { from: START - 20 * DAY, to: START + DAY });
    expect(views.at(-1)).toMatchObject({ progress: 1, failures: [] });
  });
});

describe('range', () => {
  it('reads as many chunks as it takes and equals one read', async () => {
    browser.prometheus.mostCells = 100;
    const outcome = await layer.range('prom', HOURLY_MEAN, back(30 * DAY), signal);
    const window = { from: Date.UTC(2026, 0, 30, 10), to: Date.UTC(2026, 2, 1, 9) };
    expect(outcome.ok && outcome.value.data).toEqual(browser.prometheus.direct('mean', window, HOUR));
    expect(cellsAsked(browser).filter((cells) => cells <= 100).length).toBeGreaterThan(7);
  });

  it('is refused as a whole when one chunk is', async () => {
    browser.prometheus.fate = () => 'execution';
    expect(await layer.range('prom', HOURLY_MEAN, back(DAY), signal)).toMatchObject({
      ok: false,
      error: { kind: 'execution' },
    });
  });
});

it('counts what it did', async () => {
  await visit(layer, DAILY_PEAK, back(DAY));
  await layer.now('prom', DEMAND_NOW, signal);
  expect(await statsOf(layer)).toMatchObject({ queries: 3, samples: 3_000, samplesToday: 3_000, milliseconds: 300 });
});
