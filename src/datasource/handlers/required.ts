import type { Figure } from '../../domain/base/Figure';
import type { Series } from '../../domain/base/Series';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import { pointsWithNow } from './pointsWithNow';
import type { ServicesHandler } from './QueryHandler';

export const required: ServicesHandler = {
  kind: 'services',
  title: 'Required and spare',
  description: 'Instances the policy needs today, and what is deployed beyond them (negative = short)',
  format: 'series',
  curves: () => ['instances'],
  lines: ({ facts, judgement }, { instances }, context) => {
    const spare = spareOverTime(instances, { facts, judgement });
    const needed = spare && judgement.required.known ? constant(spare, judgement.required) : null;
    return [
      { name: 'required', unit: 'instances', points: pointsWithNow(needed, judgement.required, context) },
      { name: 'spare', unit: 'instances', points: pointsWithNow(spare, judgement.spare, context) },
    ];
  },
  columns: [
    'service',
    'tier',
    'owner',
    'status',
    'instances',
    'required',
    'spare',
    'safeLimit',
    'safeLimitBound',
    'eventDemand',
    'notes',
    'key',
    'link',
  ],
};

/** An autoscaled service is judged at what its autoscaler may start. */
function spareOverTime(instances: Series | null, { facts, judgement }: FleetRow): Series | null {
  if (!instances || !judgement.required.known) {
    return null;
  }
  const needed = judgement.required.value;
  const most = facts.autoscaler?.max ?? 0;
  return {
    ...instances,
    values: instances.values.map((n) => (Number.isFinite(n) ? Math.max(Math.floor(n), most) - needed : NaN)),
  };
}

function constant(grid: Series, figure: Figure & { readonly known: true }): Series {
  return { ...grid, values: grid.values.map((v) => (Number.isFinite(v) ? figure.value : NaN)) };
}
