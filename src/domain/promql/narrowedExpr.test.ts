import { builtInProfiles } from '../catalogue/builtInProfiles';
import { resourceProfiles } from '../catalogue/resourceProfiles';
import type { ServiceRef } from '../catalogue/ServiceRef';
import { FLEET_KPIS } from './FleetKpis';
import { narrowedExpr } from './narrowedExpr';
import { isNoQuestion, questionFor } from './questionFor';
import { RECORDED_NAMES } from './RecordedName';
import { aboutService, ALL_METRICS, ask, context, selectorsIn, syntaxErrors } from './testing/questionContexts';

const flat = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ');
const ref = (name: string): ServiceRef => aboutService(name).service as ServiceRef;

describe('narrowedExpr', () => {
  it('asks for one service what was asked of all', () => {
    const { expr } = ask('daily-peak');
    expect(flat(narrowedExpr(expr, context(), ref('cart')))).toBe(
      'max_over_time( (sum by (namespace, service) (rate(http_requests_total{namespace="shop", service="cart"}[5m])))[1d:5m] )'
    );
  });

  it.each([
    ['quotes', 'say "hi"', '"say \\"hi\\""'],
    ['backslashes', 'a\\b\\', '"a\\\\b\\\\"'],
    ['braces', '{a="b"}', '"{a=\\"b\\"}"'],
    ['newlines', 'a\nb', '"a\\nb"'],
    ['unicode', 'größe-🚀', '"größe-🚀"'],
    ['a name that looks like a pattern', '.*|x', '".*|x"'],
  ])('escapes %s', (_, name, literal) => {
    const text = narrowedExpr(ask('demand-now').expr, context(), ref(name));
    expect(text).toContain(`service=${literal}`);
    expect(syntaxErrors(text ?? '(')).toEqual([]);
  });

  it('knows a text that was asked before recorded series took over, and one of theirs', () => {
    const recorded = context({ recorded: new Set(RECORDED_NAMES) });
    expect(narrowedExpr(ask('demand-now').expr, recorded, ref('cart'))).toContain('rate(http_requests_total{');
    const own = ask('demand-now', { recorded: new Set(RECORDED_NAMES) }).expr;
    expect(flat(narrowedExpr(own, recorded, ref('cart')))).toContain('headroom:demand:rate5m{headroom_profile="prometheus-http", namespace="shop", service="cart"}');
  });

  it('makes nothing of a text that was never asked', () => {
    expect(narrowedExpr('sum(up)', context(), ref('cart'))).toBeNull();
    expect(narrowedExpr(ask('demand-now').expr, context({ scrapeInterval: 300_000 }), ref('cart'))).toBeNull();
  });

  const resources = [null, ...new Map(resourceProfiles.map((r) => [r.id, r])).values()];
  const cases = builtInProfiles.flatMap((p) => resources.map((r) => [p.id, r?.id ?? 'no CPU', p, r] as const));

  it.each(cases)('narrows every question of %s with %s, on every metric that carries the grouping labels', (_p, _r, profile, resource) => {
    for (const metrics of [ALL_METRICS, new Set<string>()]) {
      const about = aboutService('checkout', { profile, resource, metrics });
      for (const kpi of FLEET_KPIS) {
        const whole = questionFor(kpi, about);
        if (isNoQuestion(whole)) {
          continue;
        }
        const text = narrowedExpr(whole.expr, about, about.service as ServiceRef);
        expect([kpi, ...syntaxErrors(text ?? '(')]).toEqual([kpi]);
        expect([kpi, selectorsIn(text ?? '').some((s) => s.includes('"checkout"') || s.includes('"checkout(-.*)?"'))]).toEqual([kpi, true]);
      }
    }
  });
});
