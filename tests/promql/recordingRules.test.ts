/**
 * The rule file and the back-fill command as a user would run them, against the real `promtool` and Prometheus: checked,
 * filled backwards, and answering what the raw expressions answer.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOUR, SECOND } from '../../src/domain/base/Duration';
import { builtInProfiles } from '../../src/domain/catalogue/builtInProfiles';
import { detectionPattern } from '../../src/domain/catalogue/detectionPattern';
import type { Profile } from '../../src/domain/catalogue/Profile';
import { resourceProfiles } from '../../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../../src/domain/catalogue/ServiceRef';
import { backfillCommand } from '../../src/domain/promql/backfillCommand';
import { detectRecorded } from '../../src/domain/promql/detectRecorded';
import type { Kpi } from '../../src/domain/promql/Question';
import type { QuestionContext } from '../../src/domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../src/domain/promql/questionFor';
import { RECORDED_NAMES } from '../../src/domain/promql/RecordedName';
import { recordedCheck } from '../../src/domain/promql/recordedCheck';
import { recordingRules } from '../../src/domain/promql/recordingRules';
import { askPrometheus, byLabels } from '../support/askPrometheus';
import { OpenMetrics } from '../support/OpenMetrics';
import { startPrometheus, type RunningPrometheus } from '../support/Prometheus';

const run = promisify(execFile);
const START = Date.UTC(2026, 0, 5, 8);
const NOW = START + 4 * HOUR;
const AWKWARD = 'say "hi" \\ {a}\n日本';

const HTTP = builtInProfiles.find((p) => p.id === 'prometheus-http') as Profile;
const OTEL = builtInProfiles.find((p) => p.id === 'opentelemetry-http') as Profile;

const scope = [{ label: 'cluster', op: '=', value: 'eu "1"' }] as const;

const context = (profile: Profile, changes: Partial<QuestionContext> = {}): QuestionContext => ({
  profile,
  resource: resourceProfiles.find((r) => r.id === (profile === HTTP ? 'process' : 'cadvisor')) ?? null,
  scope,
  scrapeInterval: 15 * SECOND,
  metrics: new Set(['process_open_fds', 'process_max_fds']),
  recorded: new Set(),
  ...changes,
});

const CONTEXTS = [context(HTTP), context(OTEL)];

function samples(): string {
  const all = new OpenMetrics(START, NOW, 15 * SECOND);
  const cluster = scope[0].value;
  for (const [service, scale] of [
    ['checkout', 1],
    [AWKWARD, 2],
  ] as const) {
    for (const [instance, share] of [
      ['i1', 6],
      ['i2', 4],
    ] as const) {
      const own = { cluster, namespace: 'shop', service, instance };
      // A wave, then steady: rules are evaluated at seconds of their own, so only what is steady can agree to the digit.
      const wave = (t: number) => share * scale * (1.5 + (t < START + HOUR ? Math.sin(t / (20 * 60 * SECOND)) : 0));
      all.counter('http_requests_total', { ...own, code: '200' }, wave);
      all.counter('http_requests_total', { ...own, code: '500' }, (t) => wave(t) / 20);
      all.histogram('http_request_duration_seconds', own, share, { '0.1': 0.9, '1': 1 }, 0.05);
      all.counter('process_cpu_seconds_total', own, share / 10);
      all.gauge('process_open_fds', own, share * 10);
      all.gauge('process_max_fds', own, 100);
    }
  }
  const pod = { cluster, namespace: 'shop', pod: 'cart-5d8f9c7b64-x7k2p', container: 'app' };
  all.counter('container_cpu_usage_seconds_total', pod, 0.5);
  const otel = { cluster, service_namespace: 'shop', service_name: 'cart', service_instance_id: 'x' };
  all.counter('http_server_request_duration_seconds_count', { ...otel, http_response_status_code: '200' }, 7);
  return all.text();
}

let directory: string;
let prometheus: RunningPrometheus;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'headroom-rules-'));
  const [data, ruleFile] = [join(directory, 'data'), join(directory, 'headroom-rules.yml')];
  await writeFile(ruleFile, recordingRules(CONTEXTS));
  const raw = await startPrometheus({ openMetrics: samples(), dataDirectory: data });
  const command = backfillCommand({ from: START, to: NOW }, { prometheusUrl: raw.url, ruleFile, dataDirectory: data });
  await run('sh', ['-c', command]).finally(() => raw.stop());
  prometheus = await startPrometheus({ dataDirectory: data, rules: recordingRules(CONTEXTS) });
});

afterAll(async () => {
  await prometheus?.stop();
  await rm(directory, { recursive: true, force: true });
});

const namesThere = async (check: string): Promise<string[]> =>
  (await askPrometheus(prometheus.url, check, NOW)).map((r) => r.labels['__name__'] ?? '');

async function answer(
  kpi: Kpi,
  asked: QuestionContext
): Promise<{ recorded: string | null; values: Readonly<Record<string, number>> }> {
  const question = questionFor(kpi, asked);
  if (isNoQuestion(question)) {
    throw new Error(question.reason);
  }
  const rows = await askPrometheus(prometheus.url, question.expr, NOW);
  return { recorded: question.recorded, values: byLabels(rows, [...question.join, ...question.extra]) };
}

describe('the rule file', () => {
  it('passes promtool check rules, for every profile at once', async () => {
    const everything = builtInProfiles.map((profile) =>
      context(profile, { metrics: new Set(detectionPattern().split('|')) })
    );
    const file = join(directory, 'everything.yml');
    await writeFile(file, recordingRules(everything));
    const { stdout } = await run('promtool', ['check', 'rules', file]);
    const rules = everything.length * RECORDED_NAMES.length;
    expect(stdout).toMatch(/SUCCESS: \d+ rules found/);
    expect(Number(/(\d+) rules/.exec(stdout)?.[1])).toBeGreaterThan(rules * 0.6);
  });

  it('is loaded by the server', async () => {
    const response = await fetch(`${prometheus.url}/api/v1/rules`);
    const { data } = (await response.json()) as { data: { groups: ReadonlyArray<{ name: string }> } };
    expect(data.groups.map((g) => g.name).sort()).toEqual([
      'headroom-opentelemetry-http',
      'headroom-opentelemetry-http-hourly',
      'headroom-prometheus-http',
      'headroom-prometheus-http-hourly',
    ]);
  });
});

describe('recorded series', () => {
  it('are found for each profile, and only where that profile recorded them', async () => {
    expect((await namesThere(recordedCheck(context(HTTP)))).sort()).toEqual([...RECORDED_NAMES].sort());
    const otel = await namesThere(recordedCheck(context(OTEL)));
    expect(otel).toContain('headroom:cpu_cores:rate5m');
    expect(otel).not.toContain('headroom:saturation:max');
    expect(await namesThere(recordedCheck(context({ ...HTTP, group: ['namespace', 'app'] })))).toEqual([]);
    expect([...detectRecorded(['up', ...otel])].sort()).toEqual([...otel].sort());
  });

  it('did not hold yesterday what began today', async () => {
    expect(await namesThere(recordedCheck(context(HTTP), 2))).toEqual([]);
  });

  // Digits after the point that must agree; a peak of the wave is seen at other moments.
  it.each<[Kpi, number]>([
    ['demand-now', 6],
    ['error-ratio-now', 6],
    ['saturation', 9],
    ['daily-peak', 0],
    ['daily-peak-while-failing', 0],
    ['hourly-demand', 6],
    ['hourly-cores', 6],
    ['hourly-instances', 9],
    ['hourly-busiest-instance', 6],
    ['service-hourly-peak', 6],
    ['service-p99', 6],
    ['service-error-ratio', 6],
    ['service-saturation', 9],
  ])('answer %s as the raw expression does', async (kpi, digits) => {
    const service = serviceRef('uid', HTTP.id, HTTP.group, { namespace: 'shop', service: AWKWARD });
    const asked = context(HTTP, { service });
    const [raw, recorded] = [
      await answer(kpi, asked),
      await answer(kpi, { ...asked, recorded: new Set(RECORDED_NAMES) }),
    ];
    expect([raw.recorded, recorded.recorded]).toEqual([null, expect.stringMatching(/^headroom:/)]);
    expect(Object.keys(recorded.values).sort()).toEqual(Object.keys(raw.values).sort());
    expect(Object.keys(raw.values).some((key) => key.includes(AWKWARD))).toBe(true);
    for (const [key, value] of Object.entries(raw.values)) {
      expect(recorded.values[key]).toBeCloseTo(value, digits);
    }
  });

  it('key workloads by the service they belong to', async () => {
    const { values } = await answer('hourly-cores', context(OTEL, { recorded: new Set(RECORDED_NAMES) }));
    expect(values).toEqual({ 'shop/cart': expect.closeTo(0.5, 6) });
  });

  it('find the peak of the day and the peak while failing equal, over the same moments', async () => {
    const asked = context(HTTP, { recorded: new Set(RECORDED_NAMES) });
    expect((await answer('daily-peak', asked)).values).toEqual(
      (await answer('daily-peak-while-failing', asked)).values
    );
  });
});
