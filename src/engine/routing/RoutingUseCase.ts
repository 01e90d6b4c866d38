import type { Result } from '../../domain/base/Result';
import type { RoutingCapabilities } from '../../domain/routing/capabilitiesSchema';
import type { RoutingAccess } from '../../ports/RoutingAccess';

/** Why something about the routing endpoint was not done, with the way out. */
export interface RoutingTrouble {
  readonly kind: 'forbidden' | 'invalid' | 'unreachable' | 'not-configured';
  readonly message: string;
  /** Of `access`: the text that is stored and cannot be used, so that it can be put right. */
  readonly stored?: string;
}

type Answer<T> = Promise<Result<T, RoutingTrouble>>;

/** What the Configuration page asks about the routing endpoint. A call that was cancelled is answered too: nothing here rejects with AbortError. */
export interface RoutingUseCase {
  access(): Answer<RoutingAccess>;
  /** @param token null leaves the stored one */
  save(url: string | null, token: string | null): Answer<RoutingAccess>;
  /** Asks the endpoint what it can do; a live check of address, token and version. */
  capabilities(): Answer<RoutingCapabilities>;
  /** Global stop: refuses every raise and renewal, restores every live override. */
  freeze(reason: string): Answer<RoutingCapabilities>;
  unfreeze(): Answer<RoutingCapabilities>;
}
