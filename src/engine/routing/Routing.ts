import { err, ok, type Result } from '../../domain/base/Result';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import { isAbortError } from '../../ports/AbortError';
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
    const answer = await this.store.load();
    const words = wordsOf(answer);
    const stored = !answer.ok && answer.error.kind === 'invalid' ? answer.error.raw : null;
    return !words.ok && typeof stored === 'string' ? err({ ...words.error, stored }) : words;
  }

  async save(url: string | null, token: string | null): Promise<Result<RoutingAccess, RoutingTrouble>> {
    return wordsOf(await this.store.save(url, token));
  }

  async capabilities(): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    const access = await this.access();
    if (access.ok && access.value.url === null) {
      return err({ kind: 'not-configured', message: 'No routing endpoint is configured.' });
    }
    return outcomeOf(this.router.capabilities(new AbortController().signal), 'The question was broken off: a stop or a freeze goes first. Look again.');
  }

  async freeze(reason: string): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    return outcomeOf(this.router.freeze(reason), `The freeze was ${UNSURE}`);
  }

  async unfreeze(): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
    return outcomeOf(this.router.unfreeze(), `Lifting the freeze was ${UNSURE}`);
  }
}

function wordsOf(answer: Result<RoutingAccess, SettingsProblem>): Result<RoutingAccess, RoutingTrouble> {
  if (answer.ok) {
    return answer;
  }
  const { kind, message } = answer.error;
  return err({ kind: kind === 'forbidden' || kind === 'unreachable' ? kind : 'invalid', message });
}

const UNSURE = 'broken off before an answer came: it is not known whether the endpoint took it. Look again.';

/** A call that was cancelled is not a failure of the endpoint, but whoever asked must hear that no answer will come. */
async function outcomeOf(asked: Promise<RoutingOutcome<RoutingCapabilities>>, brokenOff: string): Promise<Result<RoutingCapabilities, RoutingTrouble>> {
  try {
    return troubleOf(await asked);
  } catch (reason) {
    if (isAbortError(reason)) {
      return err({ kind: 'unreachable', message: brokenOff });
    }
    throw reason;
  }
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
