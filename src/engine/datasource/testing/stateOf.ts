import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { defaultSettings } from '../../../domain/catalogue/defaultSettings';
import { traitsResolver } from '../../../domain/catalogue/resolveTraits';
import type { AssemblyContext } from '../../fleet/AssemblyContext';
import type { FleetState } from '../../fleet/FleetState';
import type { FleetView } from '../../fleet/FleetView';
import type { ProfileReadings } from '../../fleet/ProfileReadings';
import { NOW } from '../../../domain/capacity/serviceFacts.fixture';

interface Changes {
  readonly view?: Partial<FleetView>;
  readonly context?: Partial<AssemblyContext>;
  readonly readings?: readonly ProfileReadings[];
}

/** A fleet that was read a moment ago, history and all. */
export function stateOf(services: readonly ServiceFacts[], { view, context, readings = [] }: Changes = {}): FleetState {
  const settings = defaultSettings();
  return {
    settings,
    readings,
    context: {
      settings,
      traitsOf: traitsResolver(settings),
      benchmarks: new Map(),
      aths: new Map(),
      voids: new Map(),
      now: NOW,
      ...context,
    },
    view: {
      mode: 'saved',
      state: services.length > 0 ? 'ready' : 'empty',
      services,
      notices: [],
      progress: null,
      currency: 'EUR',
      readAt: NOW,
      since: null,
      ...view,
    },
  };
}

export const HALF_READ = { share: 0.5, doing: 'Reading days.', questionsDone: 7, questions: 14 };
