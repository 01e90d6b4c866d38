import { BrowserLocks } from '../adapters/browser/BrowserLocks';
import { breathe } from '../adapters/browser/breathe';
import { ConsoleLog } from '../adapters/browser/ConsoleLog';
import { SystemClock } from '../adapters/browser/SystemClock';
import { AnnotationAthStore } from '../adapters/grafana/AnnotationAthStore';
import { AnnotationBenchmarkStore } from '../adapters/grafana/AnnotationBenchmarkStore';
import { Annotations } from '../adapters/grafana/Annotations';
import { GrafanaAlertRules } from '../adapters/grafana/GrafanaAlertRules';
import { GrafanaDataSourceInstaller } from '../adapters/grafana/GrafanaDataSourceInstaller';
import { GrafanaRecordingRules } from '../adapters/grafana/GrafanaRecordingRules';
import { grafanaIdentity } from '../adapters/grafana/grafanaIdentity';
import { GrafanaSettingsStore } from '../adapters/grafana/GrafanaSettingsStore';
import { GrafanaDataSources } from '../adapters/prometheus/GrafanaDataSources';
import { grafanaResourceTransport } from '../adapters/prometheus/grafanaResourceTransport';
import { PrometheusMetrics } from '../adapters/prometheus/PrometheusMetrics';
import { IndexedDbLedger } from '../adapters/storage/IndexedDbLedger';
import { Alerts } from '../engine/alerting/Alerts';
import { Recording } from '../engine/alerting/Recording';
import { Benchmarks } from '../engine/benchmarks/Benchmarks';
import { Fleet } from '../engine/fleet/Fleet';
import type { Headroom } from '../engine/Headroom';
import { BrowserQueryLayer } from '../engine/queries/BrowserQueryLayer';
import { Reports } from '../engine/reports/Reports';
import { Service } from '../engine/service/Service';
import { Setup } from '../engine/setup/Setup';
import { buildLoadTests } from './buildLoadTests';
import { SettingsWithBudget } from './SettingsWithBudget';

/** Builds the engine of the app on Grafana; once a page load. */
export function buildHeadroom(): Headroom {
  const clock = new SystemClock();
  const identity = grafanaIdentity();
  const settings = new SettingsWithBudget(new GrafanaSettingsStore(), () => fleet.reload());
  const dataSources = new GrafanaDataSources();
  const metrics = new PrometheusMetrics(grafanaResourceTransport, breathe, () => performance.now());
  const ledger = new IndexedDbLedger(identity.storeScope, clock, new ConsoleLog());
  const queries = new BrowserQueryLayer({ metrics, ledger, locks: new BrowserLocks(), clock, dailySampleBudget: settings.dailySampleBudget });
  const annotations = new Annotations(clock);
  const rules = new GrafanaAlertRules();
  const benchmarkStore = new AnnotationBenchmarkStore(annotations, clock);
  const athStore = new AnnotationAthStore(annotations);
  const fleet: Fleet = new Fleet({ clock, dataSources, settings, metrics, benchmarks: benchmarkStore, aths: athStore, identity, ledger }, queries);
  return {
    identity,
    queries,
    fleet,
    service: new Service(fleet, queries, clock),
    benchmarks: new Benchmarks(benchmarkStore, athStore, identity, clock, () => fleet.reload()),
    alerts: new Alerts({ rules, metrics: queries.metered, clock }, fleet),
    recording: new Recording({ rules, recording: new GrafanaRecordingRules() }),
    reports: new Reports(clock, fleet),
    installer: new GrafanaDataSourceInstaller(),
    setup: new Setup({ metrics, dataSources, settings, clock }),
    ...buildLoadTests({ clock, identity, metrics, annotations, benchmarks: benchmarkStore, fleet }),
  };
}
