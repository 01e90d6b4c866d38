import { err, ok, type Result } from '../../domain/base/Result';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { LoadTestProblem } from './LoadTestUseCase';

/** What the routing endpoint answered, or why a page gets nothing. */
export function routingValue<T>(outcome: RoutingOutcome<T>): Result<T, LoadTestProblem> {
  switch (outcome.kind) {
    case 'done':
    case 'pending':
      return ok(outcome.value);
    case 'refused':
      return err({ kind: 'invalid', message: outcome.problem.detail });
    case 'unknown':
      return err({ kind: 'unreachable', message: outcome.message });
    case 'blocked':
      return err({ kind: outcome.status === 403 ? 'forbidden' : 'unreachable', message: outcome.message });
  }
}
