import { err, ok, type Result } from '../../domain/base/Result';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import type { Router } from '../../ports/Router';
import type { RoutingAccess, RoutingAccessStore } from '../../ports/RoutingAccess';
import type { SettingsProblem } from '../../ports/SettingsStore';
import type { RoutingTrouble, RoutingUseCase } from './RoutingUseCase';

/** The routing endpoint as the Configuration page sets it up and looks at it. */
export class Routing implements RoutingUseCase {
  constructor(
    private readonly store: RoutingAccessStore,
    private readonly router: Router
  ) {}

  async access(): Promise<Result<RoutingAccess, RoutingTrouble>> {
    return wordsOf(await this.store.load());
  }

  async save(url: string | null, token: string | null): Promise<Result<RoutingAccess, RoutingTrouble>> {
    return wordsOf(await this.store.save(url, token));
  }

  async capabilities(): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    const access = await this.access();
    if (access.ok && access.value.url === null) {
      return err({ kind: 'not-configured', message: 'No routing endpoint is configured.' });
    }
    return troubleOf(await this.router.capabilities(new AbortController().signal));
  }

  async freeze(reason: string): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    return troubleOf(await this.router.freeze(reason));
  }

  async unfreeze(): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    return troubleOf(await this.router.unfreeze());
  }
}

function wordsOf(answer: Result<RoutingAccess, SettingsProblem>): Result<RoutingAccess, RoutingTrouble> {
  if (answer.ok) {
    return answer;
  }
  const { kind, message } = answer.error;
  return err({ kind: kind === 'forbidden' || kind === 'unreachable' ? kind : 'invalid', message });
}

function troubleOf(outcome: RoutingOutcome<RoutingCapabilities>): Result<RoutingCapabilities, RoutingTrouble> {
  switch (outcome.kind) {
    case 'done':
    case 'pending':
      return ok(outcome.value);
    case 'refused':
      return err({ kind: outcome.problem.status === 403 ? 'forbidden' : 'invalid', message: outcome.problem.detail });
    case 'unknown':
      return err({ kind: 'unreachable', message: outcome.message });
    case 'blocked':
      return err({ kind: outcome.status === 403 ? 'forbidden' : 'unreachable', message: outcome.message });
  }
}
