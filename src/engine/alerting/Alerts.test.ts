import { EMPTY, firstValueFrom, of } from 'rxjs';
import { planIntent } from '../../domain/alertrules/planIntent';
import { EVERYBODY, ruleSource, subject } from '../../domain/alertrules/ruleSource.fixture';
import { err, ok } from '../../domain/base/Result';
import { facts } from '../../domain/capacity/serviceFacts.fixture';
import { context } from '../../domain/promql/testing/questionContexts';
import type { AlertRules } from '../../ports/AlertRules';
import type { FleetState } from '../fleet/FleetState';
import { Alerts } from './Alerts';

const clock = { now: () => 0, sleep: async () => undefined };
const metrics = { range: () => Promise.reject(new Error('not part of this test')) };

const port = (save: AlertRules['save']): AlertRules => ({
  permission: { mayRead: true, maySave: true },
  appUrl: 'http://grafana.test',
  list: async () => ok([]),
  remove: async () => ok(null),
  address: (uid) => `/alerting/${uid}`,
  save,
});

const never = { state: () => EMPTY };

describe('Alerts', () => {
  it('saves one rule after the other, and goes on after one that is refused', async () => {
    const rules = planIntent({ kind: 'headroom-short' }, [ruleSource([subject('a'), subject('b', { tier: 'P1' })])], EVERYBODY).rules;
    const saved: Array<[string, number]> = [];
    const alerts = new Alerts(
      {
        clock,
        metrics,
        rules: port(async ({ uid }, interval) => {
          saved.push([uid, interval]);
          return saved.length === 1 ? err({ kind: 'quota', message: 'no more' }) : ok({ uid, change: 'created', folderCreated: true, note: null });
        }),
      },
      never
    );
    const outcomes = await alerts.save(rules);
    expect(saved).toEqual(rules.map(({ uid, interval }) => [uid, interval]));
    expect(outcomes.map((o) => [o.rule.tier, o.ok])).toEqual([
      ['P0', false],
      ['P1', true],
    ]);
  });

  it('hands on services by the profile that read them, judged', async () => {
    const source = { sourceUid: 'prom', sourceName: 'Prometheus', context: { ...context(), profile: { ...context().profile, id: 'http' } } };
    const view = { state: 'ready', services: [facts()], progress: null, notices: [], readAt: 5 };
    const state = { view, readings: [{ source }, { source: { ...source, sourceUid: 'other' } }] } as unknown as FleetState;
    const alerts = new Alerts({ clock, metrics, rules: port(() => Promise.reject(new Error('not asked'))) }, { state: () => of(state) });
    const { sources, state: how } = await firstValueFrom(alerts.facts());
    expect(how).toBe('ready');
    expect(sources.map(({ sourceUid, subjects }) => [sourceUid, subjects.length])).toEqual([
      ['prom', 1],
      ['other', 0],
    ]);
    expect(sources[0]?.subjects[0]?.judgement.required).toMatchObject({ known: true, value: 47 });
  });
});
