import { defaultSettings } from '../../domain/catalogue/defaultSettings';
import { TestLedger } from '../queries/testing/TestLedger';
import { contextsOf } from './contextsOf';
import type { Detection } from './Detection';
import { keepDetection, recallDetection } from './keptDetection';
import { sameContexts } from './sameContexts';

const source = { uid: 'prom', profiles: [], resources: 'auto' as const, scope: [] };
const settings = { ...defaultSettings(), sources: [source] };
const label = (values: number) => ({ values, series: 4 });
const found: Detection = {
  metrics: new Set(['http_requests_total', 'process_cpu_seconds_total']),
  facts: new Map([
    ['http_requests_total', { metric: 'http_requests_total', series: 4, labels: new Map([['namespace', label(1)], ['service', label(2)], ['instance', label(4)], ['code', label(2)]]) }],
  ]),
  scrapeIntervals: new Map([['http_requests_total', 30_000]]),
  recorded: new Map([['prometheus-http', new Set(['headroom:demand:rate5m'])]]),
};
const contexts = (detection: Detection | null) => (detection ? contextsOf(detection, source, 'Prometheus', settings).contexts : []);

describe('what was learnt of a source', () => {
  it('asks the same questions on the next visit', async () => {
    const ledger = new TestLedger();
    await keepDetection(ledger, source, settings, found);
    const [context] = contexts(await recallDetection(ledger, source, settings));
    expect(context).toMatchObject({ sourceName: 'Prometheus', context: { profile: { id: 'prometheus-http', group: ['namespace', 'service'] }, scrapeInterval: 30_000 } });
    expect(sameContexts(contexts(found), context ? [context] : [])).toBe(true);
  });

  it('is not believed under other settings, of another source, or where nothing was kept', async () => {
    const ledger = new TestLedger();
    expect(await recallDetection(ledger, source, settings)).toBeNull();
    await keepDetection(ledger, source, settings, found);
    const scoped = { ...source, scope: [{ label: 'cluster', op: '=' as const, value: 'eu' }] };
    expect(await recallDetection(ledger, scoped, settings)).toBeNull();
    expect(await recallDetection(ledger, source, { ...settings, historyDays: settings.historyDays + 1 })).toBeNull();
    expect(await recallDetection(ledger, { ...source, uid: 'other' }, settings)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['a text', 'hello'],
    ['another schema', { schema: 2 }],
    ['half of it', { schema: 1, about: '', metrics: ['a'] }],
  ])('is not believed when it is %s', async (_name, document) => {
    const ledger = new TestLedger();
    await keepDetection(ledger, source, settings, found);
    for (const name of ledger.documents.keys()) {
      await ledger.remember(name, document);
    }
    expect(await recallDetection(ledger, source, settings)).toBeNull();
  });
});

describe('two findings of one source', () => {
  const other = (change: Partial<Detection>) => contexts({ ...found, ...change });

  it('are the same while only the number of series differs', () => {
    const grown = [...found.facts].map(([metric, f]) => {
      const labels = new Map([...f.labels].map(([name, { values }]) => [name, { values: 3 * values, series: 9000 }]));
      return [metric, { ...f, series: 9000, labels }] as const;
    });
    const facts = new Map(grown);
    expect(sameContexts(contexts(found), other({ facts }))).toBe(true);
  });

  it.each<[string, Partial<Detection>]>([
    ['a metric more', { metrics: new Set([...found.metrics, 'kube_pod_owner']) }],
    ['another scrape interval', { scrapeIntervals: new Map([['http_requests_total', 60_000]]) }],
    ['no recorded series', { recorded: new Map() }],
  ])('differ by %s', (_name, change) => {
    expect(sameContexts(contexts(found), other(change))).toBe(false);
  });
});
