import { builtInProfiles } from '../catalogue/builtInProfiles';
import type { Profile } from '../catalogue/Profile';
import { resourceProfiles } from '../catalogue/resourceProfiles';
import { FLEET_KPIS } from './FleetKpis';
import { KPI_BUILDERS } from './kpis/KPI_BUILDERS';
import type { Kpi } from './Question';
import { isNoQuestion, questionFor } from './questionFor';
import { RECORDED_NAMES } from './RecordedName';
import { SERVICE_KPIS } from './ServiceKpis';
import { aboutService, ALL_METRICS, ask, profile, selectorsIn, syntaxErrors } from './testing/questionContexts';

const ALL_KPIS = Object.keys(KPI_BUILDERS) as Kpi[];

const resources = [null, ...new Map(resourceProfiles.map((r) => [r.id, r])).values()];

describe('every question of every profile', () => {
  const cases = builtInProfiles.flatMap((p) => resources.map((r) => [p.id, r?.detect ?? 'no CPU', p, r] as const));

  it.each(cases)('%s with %s parses, or says why not and what to do', (_id, _cpu, p, resource) => {
    for (const metrics of [ALL_METRICS, new Set<string>()]) {
      for (const recorded of [new Set<string>(), new Set<string>(RECORDED_NAMES)]) {
        for (const kpi of ALL_KPIS) {
          const outcome = questionFor(kpi, aboutService('checkout', { profile: p, resource, metrics, recorded }));
          if (isNoQuestion(outcome)) {
            expect(outcome.reason).not.toBe('');
            expect(outcome.next).not.toBe('');
          } else {
            expect([kpi, ...syntaxErrors(outcome.expr)]).toEqual([kpi]);
            expect(outcome.doc).not.toBe('');
            expect(outcome.join).toHaveLength(p.group.length);
          }
        }
      }
    }
  });

  it('parses when histograms are native', () => {
    const native: Profile = {
      ...profile('opentelemetry-http'),
      requests: { metric: 'http_server_request_duration_seconds', native: true },
      latency: { metric: 'http_server_request_duration_seconds', kind: 'native', unit: 'seconds' },
    };
    for (const kpi of ALL_KPIS) {
      const outcome = questionFor(kpi, aboutService('checkout', { profile: native }));
      expect(isNoQuestion(outcome) ? [] : syntaxErrors(outcome.expr)).toEqual([]);
    }
    expect(ask('demand-now', { profile: native }).expr).toContain('histogram_count(sum by');
  });

  it('asks at detection for every metric a question looks for', () => {
    const looked = new Set<string>();
    const spy = { has: (name: string) => Boolean(looked.add(name)) && false } as unknown as ReadonlySet<string>;
    const spyThere = { has: (name: string) => Boolean(looked.add(name)) } as unknown as ReadonlySet<string>;
    for (const p of builtInProfiles) {
      for (const resource of resources) {
        for (const metrics of [spy, spyThere]) {
          ALL_KPIS.forEach((kpi) => questionFor(kpi, aboutService('checkout', { profile: p, resource, metrics })));
        }
      }
    }
    expect([...looked].filter((name) => !ALL_METRICS.has(name))).toEqual([]);
  });

  it('puts the scope into every selector', () => {
    const scope = [{ label: 'cluster', op: '=', value: 'eu-1' }] as const;
    for (const p of builtInProfiles) {
      for (const resource of resources) {
        for (const kpi of ALL_KPIS) {
          const outcome = questionFor(kpi, aboutService('checkout', { profile: p, resource, scope }));
          const selectors = isNoQuestion(outcome) ? [] : selectorsIn(outcome.expr);
          expect(selectors.filter((s) => !s.includes('cluster="eu-1"'))).toEqual([]);
        }
      }
    }
  });
});

describe('the pages', () => {
  it('asks at most 15 questions of a fleet, each once, the same for 1 service and 1000', () => {
    expect(FLEET_KPIS.length).toBeLessThanOrEqual(15);
    expect(new Set(FLEET_KPIS).size).toBe(FLEET_KPIS.length);
  });

  it('covers every KPI', () => {
    const later: Kpi[] = ['service-minute-peak', 'api-demand', 'api-p99'];
    expect([...FLEET_KPIS, ...SERVICE_KPIS, ...later].sort()).toEqual([...ALL_KPIS].sort());
  });
});
