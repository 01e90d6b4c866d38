/** Services on machines of their own, by the node exporter, against a real Prometheus. Numbers by hand. */
import { HOUR, SECOND } from '../../src/domain/base/Duration';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { narrowedExpr } from '../../src/domain/promql/narrowedExpr';
import type { Kpi } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { askPrometheus, byLabels } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const START = Date.UTC(2026, 0, 5, 8);
const NOW = START + 2 * HOUR;

let prometheus: RunningPrometheus;

beforeAll(async () => {
  const all = new OpenMetrics(START, NOW, 15 * SECOND);
  const runs = (service: string, host: string): unknown =>
    all.counter('http_requests_total', { namespace: 'shop', service, instance: `${host}:8080`, code: '200' }, 1);
  runs('own', 'a');
  runs('own', 'b');
  runs('left', 'c');
  runs('right', 'c');
  for (const [host, cores] of [
    ['a', 4],
    ['b', 2],
    ['c', 8],
  ] as const) {
    for (let cpu = 0; cpu < cores; cpu++) {
      const labels = { instance: `${host}:9100`, cpu: String(cpu) };
      all.counter('node_cpu_seconds_total', { ...labels, mode: 'user' }, 0.2);
      all.counter('node_cpu_seconds_total', { ...labels, mode: 'system' }, 0.05);
      all.counter('node_cpu_seconds_total', { ...labels, mode: 'idle' }, 0.75);
    }
  }
  prometheus = await startPrometheus({ openMetrics: all.text() });
});

afterAll(() => prometheus?.stop());

const HTTP = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;

const context: QuestionContext = {
  profile: HTTP,
  resource: resourceProfiles.find((r) => r.id === 'node') ?? null,
  scope: [],
  scrapeInterval: 15 * SECOND,
  metrics: new Set(),
  recorded: new Set(),
};

/** @param name of the service the question is narrowed to */
const answer = async (kpi: Kpi, name?: string): Promise<Readonly<Record<string, number>>> => {
  const question = questionFor(kpi, context);
  if (isNoQuestion(question)) {
    throw new Error(question.reason);
  }
  const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'shop', service: name ?? '' });
  const expr = name === undefined ? question.expr : (narrowedExpr(question.expr, context, service) ?? '');
  return byLabels(await askPrometheus(prometheus.url, expr, NOW), question.join);
};

it("adds the cores of a service's machines and leaves shared machines out", async () => {
  expect(await answer('hourly-cores')).toEqual({ 'shop/own': expect.closeTo(1.5, 6) });
});

it('takes the smallest machine as the cores of one instance', async () => {
  expect(await answer('cores-per-instance')).toEqual({ 'shop/own': 2 });
});

it('narrows to a service of its own machines, and still to nothing where the machine is shared', async () => {
  expect(await answer('hourly-cores', 'own')).toEqual({ 'shop/own': expect.closeTo(1.5, 6) });
  expect(await answer('cores-per-instance', 'own')).toEqual({ 'shop/own': 2 });
  expect(await answer('hourly-cores', 'left')).toEqual({});
});
