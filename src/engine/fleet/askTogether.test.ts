import { err, ok } from '../../domain/base/Result';
import type { Question } from '../../domain/promql/Question';
import type { QueryFailureKind } from '../../ports/Metrics';
import { askTogether } from './askTogether';
import { question } from './testing/readingsOf';

const AUTOSCALER = question('autoscaler', null);
const CORES = question('cores-per-instance', null);
const stats = { milliseconds: 1, bytes: 1, samples: null, warnings: [] };
const row = (kpi: string, joint: boolean) => ({ labels: { service: kpi, ...(joint && { headroom_kpi: kpi }) }, value: 1, at: 0 });

/** Answers everything; joint expressions fail as told, and those that hold `broken` do alone. */
function layer(joint: QueryFailureKind | null, broken?: Question) {
  const asked: string[] = [];
  const fail = (kind: QueryFailureKind, expr: string) => err({ kind, message: kind, status: 422, expr });
  const now = async (_source: string, { expr, kpi }: Question) => {
    asked.push(expr);
    if (expr.includes('headroom_kpi')) {
      return joint ? fail(joint, expr) : ok({ data: [row('autoscaler', true), row('cores-per-instance', true)], stats });
    }
    return expr === broken?.expr ? fail('execution', expr) : ok({ data: [row(kpi, false)], stats });
  };
  return { asked, now };
}

const names = (results: Awaited<ReturnType<typeof askTogether>>) => results.map((r) => (r.ok ? r.value.data.map(({ labels }) => labels) : r.error.kind));
const signal = new AbortController().signal;

describe('asking together', () => {
  it('sends one expression and hands out its rows', async () => {
    const l = layer(null);
    expect(names(await askTogether(l, 'prom', [AUTOSCALER, CORES], signal))).toEqual([[{ service: 'autoscaler' }], [{ service: 'cores-per-instance' }]]);
    expect(l.asked).toHaveLength(1);
  });

  it('asks a single question as it is', async () => {
    const l = layer(null);
    await askTogether(l, 'prom', [CORES], signal);
    expect(l.asked).toEqual([CORES.expr]);
  });

  it('leaves the other answers standing when one part breaks the whole', async () => {
    const l = layer('execution', AUTOSCALER);
    expect(names(await askTogether(l, 'prom', [AUTOSCALER, CORES], signal))).toEqual(['execution', [{ service: 'cores-per-instance' }]]);
  });

  it.each(['unavailable', 'forbidden', 'not-found', 'budget'] as const)('does not ask again apart when the answer is %s', async (kind) => {
    const l = layer(kind);
    expect(names(await askTogether(l, 'prom', [AUTOSCALER, CORES], signal))).toEqual([kind, kind]);
    expect(l.asked).toHaveLength(1);
  });
});
