import { lastValueFrom, toArray } from 'rxjs';
import { DAY, MINUTE } from '../../domain/base/Duration';
import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import type { Settings, SourceSettings } from '../../domain/catalogue/Settings';
import type { SettingsStore } from '../../ports/SettingsStore';
import type { Labels } from '../../domain/base/Labels';
import { Setup } from './Setup';
import type { Check, SourceFindings } from './SetupView';
import { ManualClock } from './testing/ManualClock';
import { labelRows, ScriptedMetrics, type Script } from './testing/ScriptedMetrics';

const NOW = Date.UTC(2026, 10, 21);
const source: SourceSettings = { uid: 'prom', profiles: [], resources: 'auto', scope: [] };
const settings: Settings = { ...defaultSettings(), sources: [source], historyDays: 90 };
const noStore: SettingsStore = {
  load: () => Promise.reject(new Error('not part of these tests')),
  save: () => Promise.reject(new Error('not part of these tests')),
};

const services: readonly Labels[] = [
  { namespace: 'shop', service: 'checkout' },
  { namespace: 'bank', service: 'checkout' },
  { namespace: 'shop', service: 'quote"s {and}\n\\newlines' },
];
const demand: Script = services.map((labels) => [labels, 10]);
const instances: Script = services.map((labels, i) => [
  { ...labels, zone: i === 0 ? 'a' : 'b', version: `v${i}`, team: 'payments' },
  2,
]);

type Scripts = ConstructorParameters<typeof ScriptedMetrics>[0];
const facts: Scripts[number] = [
  'headroom_fact',
  labelRows(6, { namespace: 2, service: 2, instance: 6, zone: 2, version: 3, team: 1, code: 2 }),
];
const usual: Scripts = [
  ['vector(1)', [[{}, 1]]],
  facts,
  ['count_over_time', [[{ headroom_window: '10m' }, 40]]],
  ['instance', instances],
  ['process_cpu_seconds_total', [[services[0]!, 1]]],
  ['rate(http_requests_total', demand],
];

function setupWith(
  scripts: Scripts,
  names: ScriptedMetrics['names'] = ['http_requests_total', 'process_cpu_seconds_total'],
  serverTime = NOW
) {
  const metrics = new ScriptedMetrics(scripts, serverTime);
  metrics.names = names;
  const clock = new ManualClock(NOW);
  const dataSources = { list: () => [{ uid: 'prom', name: 'Production', isDefault: true, type: 'prometheus' }] };
  return { setup: new Setup({ metrics, clock, dataSources, settings: noStore }), metrics, clock };
}

const inspect = (setup: Setup, of: SourceSettings = source, draft: Settings = settings): Promise<SourceFindings> =>
  lastValueFrom(setup.inspect(of, draft));

const checkOf = (findings: SourceFindings, id: string): Check => {
  const check = findings.checks.find((candidate) => candidate.id.startsWith(id));
  if (!check) {
    throw new Error(`no check ${id} among ${findings.checks.map((c) => c.id).join(', ')}`);
  }
  return check;
};

describe('a source that holds what is needed', () => {
  it('finds services, their owners, zones and versions, and guesses rules', async () => {
    const findings = await inspect(setupWith(usual).setup);
    expect(findings).toMatchObject({
      state: 'done',
      name: 'Production',
      zones: ['a', 'b'],
      versions: 3,
      autoscalers: 0,
    });
    expect(findings.services.map(({ scope, name, owner, tier }) => [scope, name, owner, tier])).toEqual([
      ['bank', 'checkout', 'payments', 'P1'],
      ['shop', 'checkout', 'payments', 'P1'],
      ['shop', 'quote"s {and}\n\\newlines', 'payments', 'P1'],
    ]);
    expect(findings.suggestedRules.length).toBeGreaterThan(0);
    expect(findings.profiles[0]).toMatchObject({ usable: true, inUse: true, services: 3 });
  });

  it('tells what joins and what does not', async () => {
    const findings = await inspect(setupWith(usual).setup);
    expect(checkOf(findings, 'instances').verdict).toBe('pass');
    expect(checkOf(findings, 'cpu')).toMatchObject({ verdict: 'warn', detail: 'CPU is known for 1 of 3 services.' });
    expect(checkOf(findings, 'retention').verdict).toBe('pass');
    expect(checkOf(findings, 'scrape').detail).toContain('15 s');
  });

  it('shows checks as they finish and never asks more than three questions at once', async () => {
    const { setup, metrics } = setupWith(usual);
    const all = await lastValueFrom(setup.inspect(source, settings).pipe(toArray()));
    expect(all[0]).toMatchObject({ state: 'looking', checks: [] });
    expect(all.some((findings) => checkStates(findings).includes('running'))).toBe(true);
    expect(metrics.mostInFlight).toBeLessThanOrEqual(3);
  });

  it('leaves no sleeper behind', async () => {
    const { setup, clock } = setupWith(usual);
    await inspect(setup);
    expect(clock.asleep).toBe(0);
  });

  const checkStates = ({ checks }: SourceFindings) => checks.map(({ verdict }) => verdict);
});

describe('a source that does not answer', () => {
  it.each(['unavailable', 'forbidden', 'bad-answer', 'parse', 'timeout'] as const)(
    'fails in words on %s and asks nothing more',
    async (kind) => {
      const { setup, metrics } = setupWith([['vector(1)', kind]]);
      const findings = await inspect(setup);
      expect(findings.state).toBe('failed');
      expect(findings.checks).toHaveLength(1);
      expect(findings.checks[0]).toMatchObject({ verdict: 'fail', detail: `It failed: ${kind}.` });
      expect(metrics.asked).toEqual(['vector(1)']);
    }
  );

  it('says that it still waits, with the seconds, while it is slow', async () => {
    const { setup, clock } = setupWith([['vector(1)', 'never']]);
    let seen: SourceFindings | null = null;
    const subscription = setup.inspect(source, settings).subscribe((findings) => (seen = findings));
    await clock.pass(5_000);
    expect(checkOf(seen!, 'reachable')).toMatchObject({ verdict: 'running', detail: expect.stringContaining('5 s') });
    await clock.pass(5_000);
    expect(checkOf(seen!, 'reachable').detail).toContain('10 s');
    subscription.unsubscribe();
  });

  it('cancels the question when nobody looks any more, and says nothing after that', async () => {
    const { setup, metrics } = setupWith([['vector(1)', 'never']]);
    let emissions = 0;
    const subscription = setup.inspect(source, settings).subscribe(() => emissions++);
    const before = emissions;
    subscription.unsubscribe();
    await new Promise(process.nextTick);
    expect([metrics.aborted, emissions]).toEqual([1, before]);
  });
});

describe('a source with something wrong', () => {
  it('says what to do when no family is known', async () => {
    const findings = await inspect(setupWith(usual, ['go_goroutines']).setup);
    expect(checkOf(findings, 'metrics')).toMatchObject({
      verdict: 'fail',
      next: expect.stringContaining('Custom profiles'),
    });
    expect(findings).toMatchObject({ state: 'done', services: [] });
  });

  it('keeps the other checks when one fails', async () => {
    const findings = await inspect(setupWith([['process_cpu_seconds_total[', 'too-many-samples'], ...usual]).setup);
    expect(checkOf(findings, 'cpu')).toMatchObject({ verdict: 'fail', next: expect.stringContaining('scope') });
    expect(findings.services).toHaveLength(3);
    expect(findings.state).toBe('done');
  });

  it('does not take a failed question for no services', async () => {
    const findings = await inspect(setupWith([...usual.slice(0, 3), ['rate(http_requests_total', 'execution']]).setup);
    expect(findings.profiles[0]?.services).toBeNull();
  });

  it('proposes another grouping for a metric without the usual labels', async () => {
    const findings = await inspect(setupWith([usual[0]!, ['headroom_fact', labelRows(6, { handler: 3 })]]).setup);
    expect(findings.profiles[0]).toMatchObject({ usable: false, inUse: false });
    expect(checkOf(findings, 'choice')).toMatchObject({
      verdict: 'fail',
      next: expect.stringMatching(/Group by|relabel_configs/),
    });
  });

  it('says when requests belong to no service', async () => {
    const findings = await inspect(
      setupWith([...usual.slice(0, 5), ['rate(http_requests_total', [...(demand as []), [{}, 5]]]]).setup
    );
    expect(checkOf(findings, 'services')).toMatchObject({
      verdict: 'warn',
      detail: expect.stringContaining('no service'),
    });
    expect(findings.services).toHaveLength(3);
  });

  it('hears of a chosen profile that is not there', async () => {
    const findings = await inspect(setupWith(usual).setup, { ...source, profiles: ['istio'] });
    expect(checkOf(findings, 'choice:istio').verdict).toBe('fail');
    expect(findings.services).toEqual([]);
  });

  it('finds how far back a short history reaches', async () => {
    const daysAgo = (at: number | null) => (at === null ? 0 : (NOW - at) / DAY);
    const script: Scripts[number] = ['rate(http_requests_total', (at) => (daysAgo(at) <= 21 ? demand : [])];
    const findings = await inspect(setupWith([...usual.slice(0, 5), script]).setup);
    expect(checkOf(findings, 'retention')).toMatchObject({
      verdict: 'warn',
      detail: 'Samples reach back about 21 days; 90 days are asked for.',
    });
  });

  it('notices a clock that is wrong', async () => {
    const findings = await inspect(setupWith(usual, undefined, NOW + 7 * MINUTE).setup);
    expect(checkOf(findings, 'reachable')).toMatchObject({
      verdict: 'warn',
      detail: expect.stringContaining('7 min ahead'),
    });
  });

  it('completes with a failed check when something breaks that nobody thought of', async () => {
    const { setup, metrics } = setupWith(usual);
    metrics.metricNames = () => Promise.reject(new TypeError('boom'));
    expect(checkOf(await inspect(setup), 'metrics')).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('boom'),
    });
  });
});

describe('recording rules', () => {
  it('writes a file for the profiles in use, and the command that fills it backwards', async () => {
    const plan = await setupWith(usual).setup.recordingRules(source, settings, new AbortController().signal);
    expect(plan.yaml).toContain('record:');
    expect(plan.backfill).toContain('promtool');
  });

  it('says why there is nothing to record', async () => {
    const plan = await setupWith([['vector(1)', 'unavailable']]).setup.recordingRules(
      source,
      settings,
      new AbortController().signal
    );
    expect(plan).toMatchObject({ yaml: null, notes: [expect.stringContaining('It failed: unavailable.')] });
  });
});
