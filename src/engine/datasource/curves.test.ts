import { NEVER, of } from 'rxjs';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import { facts } from '../../domain/capacity/serviceFacts.fixture';
import type { Kpi, Question } from '../../domain/promql/Question';
import type { Answer, LabelledSeries, QueryFailure } from '../../ports/Metrics';
import { historyState, NOW, nowState, readingsOf, SHOP, TODAY_ENDS } from '../fleet/testing/readingsOf';
import { JumpClock } from '../queries/testing/JumpClock';
import { CurveDesk } from './CurveDesk';
import type { CurveKind } from './Curves';
import { fleetCurves } from './fleetCurves';
import { NarrowCurves } from './NarrowCurves';
import { rowsOf } from './testing/rowsOf';
import { stateOf } from './testing/stateOf';

const REF = serviceRef('prom', 'test-http', ['namespace', 'service'], SHOP);
const READINGS = readingsOf(
  { 'demand-now': nowState('demand-now', [[SHOP, 50]]) },
  {
    'daily-peak': historyState('daily-peak', { step: DAY, end: TODAY_ENDS, rows: [[SHOP, [90, NaN, 70]]] }),
    'hourly-demand': historyState('hourly-demand', { step: HOUR, end: NOW, rows: [[SHOP, [40, 45]]] }),
    'hourly-instances': historyState('hourly-instances', {
      step: HOUR,
      end: NOW,
      rows: [
        [{ ...SHOP, version: 'a' }, [2, 1]],
        [{ ...SHOP, version: 'b' }, [NaN, 3]],
      ],
    }),
  }
);
const STATE = stateOf([facts({ service: REF })], { readings: [READINGS], context: { now: NOW } });
const ROWS = rowsOf(STATE);
const DAY_RANGE = { from: NOW - DAY, to: NOW };

const values = (series: { readonly values: Float64Array } | null | undefined) => (series ? [...series.values] : null);
const fleetCurve = (range: TimeWindow, ...kinds: CurveKind[]) => fleetCurves(STATE, ROWS, range, kinds);

describe('curves of many services', () => {
  it('are what the fleet has read: hours of demand, instances summed over versions, days of peaks', () => {
    const { curves, done } = fleetCurve(DAY_RANGE, 'demand', 'instances', 'daily-peak');
    const own = curves.get(REF.key);
    expect([values(own?.demand), values(own?.instances), values(own?.dailyPeak), done]).toEqual([
      [40, 45],
      [2, 4],
      [90, NaN, 70],
      true,
    ]);
    expect(own?.dailyPeak?.start).toBe(TODAY_ENDS - 3 * DAY);
  });

  it.each<readonly [string, TimeWindow, CurveKind, RegExp]>([
    ['hours of demand', DAY_RANGE, 'demand', /^Of more than 5 services demand is shown as hourly means/],
    ['days of demand in a long range', { from: NOW - 30 * DAY, to: NOW }, 'demand', /demand is shown as daily peaks/],
    ['days instead of hours of peaks', DAY_RANGE, 'hourly-peak', /peaks of hours are shown as peaks of days/],
    ['saturation of now', DAY_RANGE, 'saturation', /saturation is shown as of now/],
  ])('say when they are coarse: %s', (_, range, kind, title) => {
    expect(fleetCurve(range, kind).notices).toEqual([
      expect.objectContaining({
        severity: 'info',
        title: expect.stringMatching(title),
        next: expect.stringContaining('up to 5'),
      }),
    ]);
  });

  it('show days where hours are not kept', () => {
    expect(values(fleetCurve({ from: NOW - 30 * DAY, to: NOW }, 'demand').curves.get(REF.key)?.demand)).toEqual([
      90,
      NaN,
      70,
    ]);
  });

  it('are empty for a service that is not in the readings', () => {
    const strange = stateOf([facts()], { readings: [READINGS] });
    expect(
      fleetCurves(strange, rowsOf(strange), DAY_RANGE, ['demand']).curves.get(facts().service.key)?.demand
    ).toBeNull();
  });
});

type Reply = Result<Answer<readonly LabelledSeries[]>, QueryFailure>;
const rowsReply = (...rows: LabelledSeries[]): Reply =>
  ok({ data: rows, stats: { milliseconds: 1, bytes: 1, samples: null, warnings: [] } });
const series = (...of_: number[]) => ({
  start: NOW - of_.length * MINUTE,
  step: MINUTE,
  values: Float64Array.from(of_),
});

function desk(reply: (question: Question) => Reply | Promise<Reply>, failures: readonly QueryFailure[] = []) {
  const asked: Kpi[] = [];
  const layer = {
    now: () => Promise.reject(new Error('not part of these tests')),
    range: async (_: string, question: Question) => {
      asked.push(question.kpi);
      return reply(question);
    },
    history: (_: string, question: Question, window: TimeWindow) => {
      asked.push(question.kpi);
      return of({
        question,
        window,
        rows: [{ labels: SHOP, series: { ...series(7, 9), step: HOUR } }],
        read: [],
        progress: 1,
        done: true,
        failures,
        stale: false,
        slowed: null,
        readAt: NOW,
      });
    },
    tryAgain: () => undefined,
    stats: NEVER,
  };
  return { asked, desk: new CurveDesk(layer, new JumpClock(NOW)) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

async function narrow(kinds: readonly CurveKind[], reply: (question: Question) => Reply | Promise<Reply>, failures?: readonly QueryFailure[]) {
  const { desk: d, asked } = desk(reply, failures);
  let changes = 0;
  const reading = new NarrowCurves(d, DAY_RANGE, kinds, new AbortController().signal, () => changes++);
  const before = reading.read(STATE, ROWS);
  await settle();
  const after = reading.read(STATE, ROWS);
  return { before, after: { ...after, own: after.curves.get(REF.key) }, asked, changes };
}

describe('curves of a few services', () => {
  it('are read one by one, in the detail of the service page', async () => {
    const { before, after, asked, changes } = await narrow(
      ['demand', 'instances', 'hourly-peak', 'daily-peak'],
      ({ kpi }) =>
        kpi === 'service-instances'
          ? rowsReply(
              { labels: { version: 'a' }, series: series(1, 2) },
              { labels: { version: 'b' }, series: series(NaN, 3) }
            )
          : rowsReply({ labels: {}, series: series(5, 6) })
    );
    expect([before.done, after.done, changes]).toEqual([false, true, 3]);
    expect([
      values(after.own?.demand),
      values(after.own?.instances),
      values(after.own?.hourlyPeak),
      values(after.own?.dailyPeak),
    ]).toEqual([
      [5, 6],
      [1, 5],
      [7, 9],
      [90, NaN, 70],
    ]);
    expect(asked.sort()).toEqual(['service-demand', 'service-hourly-peak', 'service-instances']);
  });

  it('are asked for once, however often they are drawn', async () => {
    const { desk: d, asked } = desk(() => rowsReply());
    const reading = new NarrowCurves(d, DAY_RANGE, ['demand'], new AbortController().signal, () => undefined);
    const other = new NarrowCurves(d, DAY_RANGE, ['demand'], new AbortController().signal, () => undefined);
    [reading, other, reading].forEach((r) => r.read(STATE, ROWS));
    await settle();
    reading.read(STATE, ROWS);
    expect(asked).toEqual(['service-demand']);
  });

  it('leave the rest standing when one fails, and name the query', async () => {
    const { after } = await narrow(['demand', 'instances'], ({ kpi, expr }) =>
      kpi === 'service-demand'
        ? err({ kind: 'forbidden', message: 'You may not query it.', status: 403, expr })
        : rowsReply({ labels: {}, series: series(1) })
    );
    expect(values(after.own?.instances)).toEqual([1]);
    expect(after.notices).toMatchObject([
      {
        severity: 'error',
        title: 'cart: could not be read',
        detail: 'You may not query it.',
        expr: expect.stringContaining('http_requests_total'),
      },
    ]);
    expect(after.done).toBe(true);
  });

  it('draw what was read and name the part that was not', async () => {
    const warned = (): Reply => ok({ data: [{ labels: {}, series: series(5) }], stats: { milliseconds: 1, bytes: 1, samples: null, warnings: ['partial response'] } });
    const missing: QueryFailure = { kind: 'timeout', message: 'took longer than 30 s', status: 504, expr: 'x' };
    const { after } = await narrow(['demand', 'hourly-peak'], warned, [missing]);
    expect([values(after.own?.demand), values(after.own?.hourlyPeak)]).toEqual([[5], [7, 9]]);
    expect(after.notices.map(({ severity, title, detail }) => [severity, title, detail]).sort()).toEqual([
      ['warning', 'cart: a part could not be read', 'Answered in part, read again next time: partial response'],
      ['warning', 'cart: a part could not be read', 'took longer than 30 s'],
    ]);
  });

  it('say what a profile cannot answer', async () => {
    const { after } = await narrow(['saturation'], () => rowsReply());
    expect(after.notices).toMatchObject([
      { severity: 'warning', title: expect.stringContaining('cart: no metric was found') },
    ]);
    expect(after.done).toBe(true);
  });

  it('end without a word when nobody looks any more', async () => {
    const { desk: d } = desk(() => new Promise<Reply>(() => undefined));
    const stop = new AbortController();
    let changes = 0;
    new NarrowCurves(d, DAY_RANGE, ['demand'], stop.signal, () => changes++).read(STATE, ROWS);
    stop.abort();
    await settle();
    expect(changes).toBe(0);
  });
});
