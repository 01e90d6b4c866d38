import { DAY } from '../src/domain/base/Duration';
import { serviceRef } from '../src/domain/catalogue/ServiceRef';
import { BENCHMARK_TAG, benchmarkRecordText } from '../src/domain/records/benchmarkRecord';
import { serviceTag } from '../src/domain/records/serviceTag';

interface Declared {
  readonly profile: string;
  readonly group: Readonly<Record<string, string>>;
  readonly low: number;
  readonly high: number | null;
  readonly version: string;
  readonly daysAgo: number;
  readonly note: string;
}

/** What people of this fleet have declared; without it nothing could be given back, since an estimate alone never says so. */
const DECLARED: readonly Declared[] = [
  {
    profile: 'prometheus-http',
    group: { namespace: 'shop', service: 'recommendations' },
    low: 130,
    high: 140,
    version: '2.1.0',
    daysAgo: 19,
    note: 'measured during the campaign, two instances carried all of it',
  },
  {
    profile: 'opentelemetry-http',
    group: { service_namespace: 'fulfilment', service_name: 'orders' },
    low: 49,
    high: 56,
    version: '12.1.0',
    daysAgo: 12,
    note: 'one pod under live traffic after the scale-out',
  },
  {
    profile: 'prometheus-http',
    group: { namespace: 'identity', service: 'gateway' },
    low: 620,
    high: null,
    version: '0.44.0',
    daysAgo: 95,
    note: 'load test before the campaign; stopped when traffic ran out',
  },
];

/** Writes the declared benchmarks as annotations, once: a host that has some is left alone. */
export async function declareBenchmarks(hostUrl: string, now: number): Promise<void> {
  const api = `${hostUrl.replace(/\/$/, '')}/api/annotations`;
  const there = await fetch(`${api}?tags=${encodeURIComponent(BENCHMARK_TAG)}&from=0&to=${now}&type=annotation`);
  if (!there.ok || ((await there.json()) as unknown[]).length > 0) {
    return;
  }
  for (const { profile, group, low, high, version, daysAgo, note } of DECLARED) {
    const at = now - daysAgo * DAY;
    const service = serviceRef('prometheus', profile, Object.keys(group), group).key;
    const text = benchmarkRecordText(service, { origin: 'declared', low, high, at, by: 'capacity team', version, spec: null, note });
    const written = await fetch(api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ time: at, text, tags: [BENCHMARK_TAG, serviceTag(service), 'schema:1'] }),
    });
    if (!written.ok) {
      throw new Error(`the web page refused a benchmark: ${written.status} ${await written.text()}`);
    }
  }
}
