import { err, ok } from '../../domain/base/Result';
import type { Labels } from '../../domain/base/Labels';
import { aboutService } from '../../domain/promql/testing/questionContexts';
import type { FiringAlert } from '../../domain/ramp/FiringAlert';
import type { FiringAlerts } from '../../ports/FiringAlerts';
import type { Metrics } from '../../ports/Metrics';
import { alertsSeen } from './alertsSeen';

const { signal } = new AbortController();
const fires = (labels: Labels): FiringAlert => ({ name: labels.alertname ?? '', labels, state: 'firing' });

const asked = (rows: readonly Labels[] | null, grafana: Awaited<ReturnType<FiringAlerts['notQuiet']>>) =>
  alertsSeen(
    {
      metrics: { instant: async () => (rows === null ? err({ message: 'down' }) : ok({ data: rows.map((labels) => ({ labels, value: 1, at: 0 })) })) } as unknown as Metrics,
      alerts: { notQuiet: async () => grafana },
      source: 'prom',
      context: aboutService('cart'),
      subjects: ['cart', 'payments'].map((name) => ({ name, places: [], labels: {} })),
    },
    signal
  );

describe('alerts on a service and its dependencies', () => {
  it('come from the rules of Prometheus and of Grafana', async () => {
    expect(await asked([{ alertname: 'A', service: 'cart' }, { alertname: 'X', service: 'x' }, { service: 'cart' }], ok([fires({ alertname: 'B', job: 'payments' })]))).toEqual([
      { by: 'Prometheus', known: true, alerts: [{ name: 'A', about: 'cart', state: 'firing' }, { name: 'an alert without a name', about: 'cart', state: 'firing' }] },
      { by: 'Grafana', known: true, alerts: [{ name: 'B', about: 'payments', state: 'firing' }] },
    ]);
  });

  it.each([
    ['a benchmark too old', 'benchmark-old', 'advice'],
    ['a shortage', 'headroom-short', 'firing'],
    ['somebody else’s rule', undefined, 'firing'],
  ])('of our own rules that ask to plan are advice: %s', async (_name, intent, state) => {
    const labels = { alertname: 'A', service: 'cart', ...(intent !== undefined && { headroom_intent: intent }) };
    expect((await asked([labels], ok([fires(labels)]))).map((one) => one.known && one.alerts[0]?.state)).toEqual([state, state]);
  });

  it('are not known where nobody answers, and cannot be where there is no alerting', async () => {
    expect(await asked(null, err({ kind: 'forbidden', message: 'you may not' }))).toEqual([
      { by: 'Prometheus', known: false, reason: 'down' },
      { by: 'Grafana', known: false, reason: 'you may not' },
    ]);
    expect((await asked([], err({ kind: 'absent', message: 'off' })))[1]).toEqual({ by: 'Grafana', known: true, alerts: [] });
  });
});
