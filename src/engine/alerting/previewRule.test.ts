import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { planIntent } from '../../domain/alertrules/planIntent';
import { breachExpr, type RuleDocument } from '../../domain/alertrules/RuleDocument';
import { EVERYBODY, ruleSource, subject } from '../../domain/alertrules/ruleSource.fixture';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { err, ok } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Metrics, QueryFailureKind } from '../../ports/Metrics';
import { AbortError } from '../../ports/AbortError';
import { previewRule } from './previewRule';

const NOW = Date.UTC(2026, 5, 15, 12, 0, 30);
const TO = NOW - 30_000;
const clock = { now: () => NOW, sleep: async () => undefined };
const [rule] = planIntent({ kind: 'overload-demand', share: 0.9 }, [ruleSource([subject('cart')])], EVERYBODY).rules as [RuleDocument];

/** Breaches in these windows; everything asked is written down. */
function source(breaches: readonly TimeWindow[], refuse: (window: TimeWindow, asked: number) => QueryFailureKind | null = () => null, warnings: readonly string[] = []) {
  const asked: TimeWindow[] = [];
  const exprs = new Set<string>();
  const range: Metrics['range'] = async (_source, expr, window, step) => {
    asked.push(window);
    exprs.add(expr);
    const kind = refuse(window, asked.length);
    if (kind) {
      return err({ kind, message: `refused: ${kind}`, status: 422, expr });
    }
    const length = (window.to - window.from) / step + 1;
    const values = Float64Array.from({ length }, (_, i) => {
      const at = window.from + i * step;
      return breaches.some(({ from, to }) => at >= from && at < to) ? 1.2 : NaN;
    });
    const data = values.some((v) => !Number.isNaN(v)) ? [{ labels: { service: 'cart' }, series: { start: window.from, step, values } }] : [];
    return ok({ data, stats: { milliseconds: 100, bytes: 10, samples: null, warnings } });
  };
  return { metrics: { range }, asked, exprs };
}

const preview = (from: ReturnType<typeof source>, days = 2) => lastValueFrom(previewRule({ ...from, clock }, rule, days));

describe('previewRule', () => {
  it('asks for breaches only, at the interval of the rule, every evaluation once', async () => {
    const from = source([]);
    const { done, progress, instances, window } = await preview(from, 30);
    expect([done, progress, instances, window]).toEqual([true, 1, [], { from: TO - 30 * DAY + MINUTE, to: TO }]);
    expect([...from.exprs]).toEqual([breachExpr(rule)]);
    from.asked.slice(1).forEach((chunk, i) => expect(chunk.from).toBe((from.asked[i]?.to ?? 0) + MINUTE));
    expect(from.asked.every((chunk) => (chunk.to - chunk.from) / MINUTE < 11_000)).toBe(true);
    expect(from.asked.length).toBeGreaterThan(3);
  });

  it('counts an alert once though it lasts over the edge of a chunk, and holds it as long as the rule asks', async () => {
    const { instances } = await preview(source([{ from: TO - 20 * HOUR, to: TO - 2 * HOUR }]));
    expect(instances).toEqual([{ labels: { service: 'cart' }, from: TO - 20 * HOUR + rule.holdFor, to: TO - 2 * HOUR }]);
  });

  it('says that the source answered in part: fewer breaches may be shown than there were', async () => {
    const { done, instances, failure } = await preview(source([{ from: TO - 20 * HOUR, to: TO - 2 * HOUR }], () => null, ['partial response']));
    expect([done, instances.length]).toEqual([true, 1]);
    expect(failure?.message).toContain('in part');
  });

  it('asks for less when the server holds too much, and misses nothing', async () => {
    const from = source([{ from: TO - 20 * HOUR, to: NOW }], ({ from: a, to: b }) => (b - a > HOUR ? 'too-many-samples' : null));
    const { instances, failure } = await preview(from);
    expect(failure).toBeNull();
    expect(instances).toMatchObject([{ from: TO - 20 * HOUR + rule.holdFor, to: null }]);
  });

  it('says why it broke off, with what was read before', async () => {
    const from = source([{ from: TO - 2 * DAY, to: TO - 47 * HOUR }], (_window, n) => (n > 1 ? 'unavailable' : null));
    const { done, failure, instances, progress } = await preview(from);
    expect([done, failure?.message, instances.length]).toEqual([true, 'refused: unavailable', 1]);
    expect(progress).toBeLessThan(1);
  });

  it('asks again when the source was away for a moment', async () => {
    const from = source([{ from: TO - 20 * HOUR, to: NOW }], (_window, n) => (n === 2 || n === 3 ? 'unavailable' : null));
    const { failure, progress, instances } = await preview(from);
    expect([failure, progress, instances.length]).toEqual([null, 1, 1]);
  });

  it('gives up on a single evaluation that is refused', async () => {
    const { done, failure } = await preview(source([], () => 'timeout'));
    expect([done, failure?.kind]).toEqual([true, 'timeout']);
  });

  it('tells how far it is', async () => {
    const all = await firstValueFrom(previewRule({ ...source([]), clock }, rule, 30).pipe(toArray()));
    const progress = all.map((p) => p.progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(all.filter(({ done }) => done)).toHaveLength(1);
  });

  it('stops asking when nobody looks any more, which is no failure', async () => {
    const signals: AbortSignal[] = [];
    const range: Metrics['range'] = (_s, _e, _w, _st, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AbortError())));
    };
    const error = jest.fn();
    const subscription = previewRule({ metrics: { range }, clock }, rule, 1).subscribe({ error });
    subscription.unsubscribe();
    await Promise.resolve();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(error).not.toHaveBeenCalled();
  });
});
