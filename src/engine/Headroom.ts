import type { DataSourceInstaller } from '../ports/DataSourceInstaller';
import type { Identity } from '../ports/Identity';
import type { AlertUseCase } from './alerting/AlertUseCase';
import type { RecordingUseCase } from './alerting/RecordingUseCase';
import type { BenchmarkUseCase } from './benchmarks/BenchmarkUseCase';
import type { FleetUseCase } from './fleet/FleetUseCase';
import type { LoadTestUseCase } from './loadtest/LoadTestUseCase';
import type { QueryLayer } from './queries/QueryLayer';
import type { RoutingUseCase } from './routing/RoutingUseCase';
import type { ReportUseCase } from './reports/ReportUseCase';
import type { ServiceUseCase } from './service/ServiceUseCase';
import type { SetupUseCase } from './setup/SetupUseCase';

/** Everything a page can ask for; built once a page load by `wiring`. */
export interface Headroom {
  readonly identity: Identity;
  readonly fleet: FleetUseCase;
  readonly service: ServiceUseCase;
  readonly benchmarks: BenchmarkUseCase;
  readonly alerts: AlertUseCase;
  readonly recording: RecordingUseCase;
  readonly reports: ReportUseCase;
  readonly loadTests: LoadTestUseCase;
  readonly routing: RoutingUseCase;
  readonly installer: DataSourceInstaller;
  readonly setup: SetupUseCase;
  readonly queries: QueryLayer;
}
