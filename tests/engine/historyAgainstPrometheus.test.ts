/** @jest-environment node */
import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { PageLocks } from '../../src/adapters/browser/PageLocks';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { directTransport } from '../../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../../src/adapters/prometheus/PrometheusMetrics';
import { MemoryLedger } from '../../src/adapters/storage/MemoryLedger';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/base/Duration';
import type { Question } from '../../src/domain/promql/Question';
import { BrowserQueryLayer } from '../../src/engine/queries/BrowserQueryLayer';
import type { HistoryView } from '../../src/engine/queries/HistoryView';
import type { Ledger } from '../../src/ports/Ledger';
import type { LabelledSeries } from '../../src/ports/Metrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const SERVICES = 50;
const DAYS = 20;
const END = Math.floor(Date.now() / MINUTE) * MINUTE;
const START = END - DAYS * DAY;

const nameOf = (service: number): string => (service === 7 ? 'od\\"d} {name' : `service-${service}`);
const written = (name: string): string => name.replace(/[\\"]/g, '\\$&');

/** A counter per service every five minutes; one service vanishes, one is new, all have a gap of a day, one resets. */
function* samples(): Generator<string> {
  yield '# TYPE demand counter\n';
  for (let service = 0; service < SERVICES; service++) {
    let value = 0;
    for (let at = START; at <= END; at += 5 * MINUTE) {
      value += 300 * (2 + Math.sin(at / (4 * HOUR) + service) + (at % (7 * DAY)) / DAY / 7);
      value = service === 9 && at % (3 * DAY) === 0 ? 0 : value;
      if (isThere(service, at)) {
        yield `demand_total{service="${written(nameOf(service))}"} ${value.toFixed(3)} ${at / 1000}\n`;
      }
    }
  }
}

const isThere = (service: number, at: number): boolean =>
  !(service === 3 && at > END - 5 * DAY) &&
  !(service === 4 && at < END - 5 * DAY) &&
  !(at > END - 9 * DAY && at < END - 8 * DAY);

async function* asStream(): AsyncGenerator<string> {
  yield* samples();
}

const RATE = 'sum by (service) (rate(demand_total[15m]))';
const question = (id: string, part: Pick<Question, 'kpi' | 'expr' | 'step' | 'lookback'>): Question => ({
  id,
  profileId: 'test',
  join: ['service'],
  extra: [],
  unit: 'reqps',
  doc: id,
  recorded: null,
  ...part,
});
const PEAKS = question('peaks', {
  kpi: 'daily-peak',
  expr: `max_over_time((${RATE})[1d:5m])`,
  step: DAY,
  lookback: DAY,
});
const MEANS = question('means', {
  kpi: 'hourly-demand',
  expr: 'sum by (service) (rate(demand_total[1h]))',
  step: HOUR,
  lookback: HOUR,
});

let prometheus: RunningPrometheus;
let metrics: PrometheusMetrics;

beforeAll(async () => {
  prometheus = await startPrometheus({ openMetrics: asStream() });
  metrics = new PrometheusMetrics(
    directTransport(() => prometheus.url),
    async () => undefined,
    () => performance.now()
  );
}, 120 * SECOND);

afterAll(() => prometheus.stop());

const layerOver = (ledger: Ledger): BrowserQueryLayer =>
  new BrowserQueryLayer({
    metrics,
    ledger,
    locks: new PageLocks(),
    clock: new SystemClock(),
    dailySampleBudget: () => null,
  });

const window = { from: START, to: END };

async function directly({ expr, step }: Question, view: HistoryView): Promise<readonly LabelledSeries[]> {
  const points = { from: view.window.from + (step ?? 0), to: view.window.to };
  const outcome = await metrics.range('p', expr, points, step ?? 0, new AbortController().signal);
  if (!outcome.ok) {
    throw new Error(outcome.error.message);
  }
  return outcome.value.data;
}

const byLabel = (rows: readonly LabelledSeries[]) =>
  new Map(rows.map(({ labels, series }) => [labels.service, series]));

describe.each([
  ['daily peaks', PEAKS],
  ['hourly means', MEANS],
])('20 days of %s of 50 services', (_, asked) => {
  it('equal direct PromQL, cell by cell', async () => {
    const view = await lastValueFrom(layerOver(new MemoryLedger()).history('p', asked, window, 'history'));
    expect(view).toMatchObject({ done: true, progress: 1, failures: [], stale: false });
    expect(view.rows).toHaveLength(SERVICES);
    expect(byLabel(view.rows)).toEqual(byLabel(await directly(asked, view)));
  });

  it('equal it also when left after the first chunk, and read on later', async () => {
    const ledger = new MemoryLedger();
    await lastValueFrom(layerOver(ledger).history('p', asked, window, 'history').pipe(take(2), toArray()));
    // Leaving is cancelling: what was read is saved in its own time.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const views = await lastValueFrom(layerOver(ledger).history('p', asked, window, 'history').pipe(toArray()));
    expect(views[0]?.progress).toBeGreaterThan(0);
    const last = views.at(-1);
    expect(last && byLabel(last.rows)).toEqual(last && byLabel(await directly(asked, last)));
  });

  it('are not asked for again by a second visit', async () => {
    const ledger = new MemoryLedger();
    await lastValueFrom(layerOver(ledger).history('p', asked, window, 'history'));
    const second = layerOver(ledger);
    const views = await lastValueFrom(second.history('p', asked, window, 'history').pipe(toArray()));
    expect(views.at(-1)).toMatchObject({ done: true, progress: 1 });
    expect((await firstValueFrom(second.stats)).queries).toBe(0);
  });
});

it('a server with a low limit is asked in smaller pieces until it answers', async () => {
  const strict = await startPrometheus({ openMetrics: asStream(), flags: ['--query.max-samples=40000'] });
  try {
    const transport = directTransport(() => strict.url);
    const layer = new BrowserQueryLayer({
      metrics: new PrometheusMetrics(
        transport,
        async () => undefined,
        () => performance.now()
      ),
      ledger: new MemoryLedger(),
      locks: new PageLocks(),
      clock: new SystemClock(),
      dailySampleBudget: () => null,
    });
    const whole = await new PrometheusMetrics(
      transport,
      async () => undefined,
      () => 0
    ).range('p', PEAKS.expr, window, DAY, new AbortController().signal);
    expect(whole).toMatchObject({ ok: false, error: { kind: 'too-many-samples' } });
    const view = await lastValueFrom(layer.history('p', PEAKS, window, 'history'));
    expect(view).toMatchObject({ done: true, progress: 1, failures: [] });
    expect(byLabel(view.rows)).toEqual(byLabel(await directly(PEAKS, view)));
  } finally {
    await strict.stop();
  }
});

it('the server tells about itself, about names, and about mistakes', async () => {
  const { signal } = new AbortController();
  expect(await metrics.about('p', signal)).toMatchObject({
    ok: true,
    value: { version: expect.any(String), retention: 3650 * DAY },
  });
  expect(await metrics.metricNames('p', 'dem.*|nothing', window, signal)).toEqual({
    ok: true,
    value: ['demand_total'],
  });
  expect(await metrics.instant('p', 'sum by (', END, signal)).toMatchObject({
    ok: false,
    error: { kind: 'parse', status: 400 },
  });
  expect(await metrics.range('p', 'demand_total', window, SECOND, signal)).toMatchObject({
    ok: false,
    error: { kind: 'too-many-points' },
  });
  const counted = await metrics.instant('p', RATE, END, signal);
  expect(counted.ok && counted.value.stats.samples).toBeGreaterThan(0);
});

it('a request that is given up is ended', async () => {
  const controller = new AbortController();
  const asked = metrics.range('p', PEAKS.expr, window, HOUR, controller.signal);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
