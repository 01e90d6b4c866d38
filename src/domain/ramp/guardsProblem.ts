import type { FieldProblem } from '../catalogue/FieldProblem';
import { parseSelector } from '../catalogue/parseSelector';
import type { ExtraGuard, RampPlan } from './Plan';

/** What does not fit in the named dependencies and the operator's own guards; null = everything does. */
export function guardsProblem({ dependencies, extraGuards, service }: RampPlan): FieldProblem | null {
  const keys = dependencies.map((d) => d.service);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) < i);
  if (twice >= 0) {
    return { field: `dependencies[${twice}].service`, message: `must not name a service that is named already (found ${JSON.stringify(keys[twice])} twice)` };
  }
  const itself = keys.indexOf(service);
  if (itself >= 0) {
    return { field: `dependencies[${itself}].service`, message: 'must be another service than the one that is tested: its own instances are guarded as target and peers' };
  }
  for (const [i, guard] of extraGuards.entries()) {
    const found = problemOf(guard) ?? (extraGuards.findIndex((g) => g.title === guard.title) < i ? { field: 'title', message: `must not name two guards (found ${JSON.stringify(guard.title)} twice)` } : null);
    if (found) {
      return { field: `extraGuards[${i}].${found.field}`, message: found.message };
    }
  }
  return null;
}

export const isRatio = ({ measure }: Pick<ExtraGuard, 'measure'>): boolean => measure === 'gauge-ratio' || measure === 'rate-ratio';

function problemOf(guard: ExtraGuard): FieldProblem | null {
  const { metric, of, measure } = guard;
  const read = parseSelector(metric);
  if (!read.ok) {
    return { field: 'metric', message: read.error };
  }
  if (!isRatio(guard)) {
    return of === null ? null : { field: 'of', message: `must be empty unless a ratio is measured (found ${JSON.stringify(of)} with measure ${JSON.stringify(measure)})` };
  }
  const divisor = of === null ? null : parseSelector(of);
  if (divisor === null) {
    return { field: 'of', message: 'must be the metric that the ratio divides by (found nothing)' };
  }
  return divisor.ok ? null : { field: 'of', message: divisor.error };
}
