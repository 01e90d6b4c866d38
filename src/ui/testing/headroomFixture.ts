import { NEVER, type Observable } from 'rxjs';
import type { FleetView } from '../../engine/fleet/FleetView';
import type { Headroom } from '../../engine/Headroom';
import type { ServiceView } from '../../engine/service/ServiceView';
import type { Identity } from '../../ports/Identity';

/** An Editor: may declare and explore, may not save settings. */
export const editor: Identity = {
  login: 'kim',
  orgId: 1,
  storeScope: 'test/1/kim',
  maySaveSettings: false,
  mayDeclareBenchmarks: true,
  mayExplore: true,
};

export const admin: Identity = { ...editor, login: 'root', maySaveSettings: true };

/** Somebody who has not signed in. */
export const anonymous: Identity = { ...editor, login: '', mayDeclareBenchmarks: false, mayExplore: false };

interface Changes {
  readonly identity?: Identity;
  readonly fleet?: Observable<FleetView>;
  readonly service?: Observable<ServiceView>;
  readonly onRefresh?: () => void;
  readonly benchmarks?: Partial<Headroom['benchmarks']>;
}

const refuse = () => Promise.reject(new Error('not part of this test'));

/** An engine that emits what the test hands it and refuses the rest. */
export function headroomFixture({
  identity = editor,
  fleet = NEVER,
  service = NEVER,
  onRefresh = () => undefined,
  benchmarks = {},
}: Changes = {}): Headroom {
  return {
    identity,
    fleet: { watch: () => fleet, refresh: onRefresh },
    service: { watch: () => service },
    benchmarks: { declare: refuse, withdraw: refuse, voidAth: refuse, ...benchmarks },
    setup: {
      dataSources: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }],
      load: refuse,
      inspect: () => NEVER,
      save: refuse,
      recordingRules: refuse,
    },
    queries: { now: refuse, history: () => NEVER, range: refuse, stats: NEVER },
  };
}
