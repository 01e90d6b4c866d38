/** The demo's images hold a connection of a small pool for each request: a guard on it arms, and tells its distance. */
import { instanceMetrics } from '../../demo/live/instanceMetrics';
import { SERVICES } from '../../demo/history/services';
import { loadTestMetrics } from '../../src/domain/promql/loadTestSamples';
import { aboutService } from '../../src/domain/promql/testing/questionContexts';
import { armGuards } from '../../src/domain/ramp/guardSpecs';
import { plan } from '../../src/domain/ramp/run.fixture';
import { SIGNAL } from '../../src/domain/ramp/Signal';
import { GuardDesk } from '../../src/engine/loadtest/GuardDesk';
import { subjectsOf } from '../../src/engine/loadtest/telemetry/subjectsOf';
import type { RawRow } from '../../src/ports/Metrics';

const SCRAPE = 5_000;
const SCRAPES = 14;

/** What a Prometheus would hold of one instance that was scraped every five seconds up to `to`. */
async function scraped(instance: string, poolInUse: number, to: number): Promise<readonly RawRow[]> {
  const images = SERVICES.find(({ name }) => name === 'images');
  if (images === undefined) {
    throw new Error('the demo has no images');
  }
  const { registry } = instanceMetrics(images, { cpuSeconds: () => 1, inFlight: poolInUse, poolInUse });
  const metrics = await registry.getMetricsAsJSON();
  const times = Array.from({ length: SCRAPES }, (_, i) => to - (SCRAPES - 1 - i) * SCRAPE);
  return metrics.flatMap(({ name, values }) =>
    values.map((sample) => ({
      labels: { ...Object.fromEntries(Object.entries(sample.labels).map(([label, value]) => [label, String(value)])), __name__: name, instance },
      samples: times.map((at) => ({ at, value: sample.value })),
    }))
  );
}

it.each<[string, number, 'pass' | 'stop']>([
  ['at rest', 3, 'pass'],
  ['when every connection is held', 6, 'stop'],
])('%s', async (_name, held, state) => {
  const to = 1_700_000_000_000;
  const rows = [...(await scraped('images-1', held, to)), ...(await scraped('images-2', 2, to))];
  const subjects = subjectsOf(rows, loadTestMetrics(aboutService('images')), { label: 'instance', members: ['images-1', 'images-2'], target: 'images-1' });
  const { armed, unarmed } = armGuards(plan(), { signals: new Set([SIGNAL.requests, SIGNAL.cpu]), buckets: true, cores: 2, memoryBytes: null, targetStartedSeconds: null, subjects });
  const seen = new GuardDesk(armed, SCRAPE).evaluate(subjects, true, to + 1_000);
  const [own, peer] = ['target', 'peer'].map((on) => seen.find(({ id }) => id === `pool-go:main-${on}`));
  expect(own).toMatchObject({ title: 'Connections of database main', who: 'images-1', role: 'limit', state, value: held / 6, limit: 0.95, unit: 'share' });
  expect(peer).toMatchObject({ who: 'images-2', role: 'safety', state: 'pass', value: 2 / 6 });
  expect(unarmed.map(({ id }) => id)).toEqual(expect.arrayContaining(['memory', 'gc', 'files']));
});
