import type { Identity } from '../ports/Identity';
import type { BenchmarkUseCase } from './benchmarks/BenchmarkUseCase';
import type { FleetUseCase } from './fleet/FleetUseCase';
import type { QueryLayer } from './queries/QueryLayer';
import type { ServiceUseCase } from './service/ServiceUseCase';
import type { SetupUseCase } from './setup/SetupUseCase';

/** Everything a page can ask for; built once a page load by `wiring`. */
export interface Headroom {
  readonly identity: Identity;
  readonly fleet: FleetUseCase;
  readonly service: ServiceUseCase;
  readonly benchmarks: BenchmarkUseCase;
  readonly setup: SetupUseCase;
  readonly queries: QueryLayer;
}
