import { BrowserLocks } from '../adapters/browser/BrowserLocks';
import { breathe } from '../adapters/browser/breathe';
import { ConsoleLog } from '../adapters/browser/ConsoleLog';
import { keptText } from '../adapters/browser/KeptText';
import { SystemClock } from '../adapters/browser/SystemClock';
import { AnnotationAthStore } from '../adapters/grafana/AnnotationAthStore';
import { AnnotationBenchmarkStore } from '../adapters/grafana/AnnotationBenchmarkStore';
import { AnnotationRunStore } from '../adapters/grafana/AnnotationRunStore';
import { Annotations } from '../adapters/grafana/Annotations';
import { GrafanaAppStatus } from '../adapters/grafana/GrafanaAppStatus';
import { grafanaIdentity } from '../adapters/grafana/grafanaIdentity';
import { GrafanaSettingsStore } from '../adapters/grafana/GrafanaSettingsStore';
import { GrafanaDataSources } from '../adapters/prometheus/GrafanaDataSources';
import { grafanaResourceTransport } from '../adapters/prometheus/grafanaResourceTransport';
import { PrometheusMetrics } from '../adapters/prometheus/PrometheusMetrics';
import { IndexedDbLedger } from '../adapters/storage/IndexedDbLedger';
import type { CapacityFeed } from '../engine/datasource/CapacityFeed';
import { Feed } from '../engine/datasource/Feed';
import { RunLogLoadTests } from '../engine/datasource/RunLogLoadTests';
import { SourcesSettings } from '../engine/datasource/SourcesSettings';
import { Fleet } from '../engine/fleet/Fleet';
import { BrowserQueryLayer } from '../engine/queries/BrowserQueryLayer';
import { SettingsWithBudget } from './SettingsWithBudget';

/** The engine of one data source: its own fleet, so that two of them on different Prometheus never mix. */
export function buildFeed(uids: readonly string[]): CapacityFeed {
  const clock = new SystemClock();
  const identity = grafanaIdentity();
  const settings = new SettingsWithBudget(new SourcesSettings(new GrafanaSettingsStore(), uids), () => undefined);
  const metrics = new PrometheusMetrics(grafanaResourceTransport, breathe, () => performance.now());
  const ledger = new IndexedDbLedger(identity.storeScope, clock, new ConsoleLog());
  const layer = new BrowserQueryLayer({
    metrics,
    ledger,
    locks: new BrowserLocks(),
    clock,
    dailySampleBudget: settings.dailySampleBudget,
  });
  const annotations = new Annotations(clock);
  const benchmarks = new AnnotationBenchmarkStore(annotations, clock);
  // The same text as the app's: a record that waits in this browser shows here too.
  const runs = new AnnotationRunStore(annotations, keptText(`headroom-runs ${identity.storeScope}`));
  const ports = {
    clock,
    dataSources: new GrafanaDataSources(),
    settings,
    metrics,
    benchmarks,
    aths: new AnnotationAthStore(annotations),
    identity,
    ledger,
  };
  return new Feed(
    { ...ports, app: new GrafanaAppStatus(), loadTests: new RunLogLoadTests({ runs, benchmarks, clock }) },
    new Fleet(ports, layer),
    layer
  );
}
