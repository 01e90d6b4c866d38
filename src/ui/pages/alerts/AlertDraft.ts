import type { Intent, IntentKind } from '../../../domain/alertrules/Intent';
import { INTENT_KINDS, INTENTS } from '../../../domain/alertrules/INTENTS';
import type { RuleChoice } from '../../../domain/alertrules/RuleChoice';
import { TIERS } from '../../../domain/catalogue/Tier';

/** What somebody has set on the page and not saved. */
export interface AlertDraft {
  readonly choice: RuleChoice;
  readonly intents: ReadonlyMap<IntentKind, Intent>;
  /** Ticked: to be saved, copied, downloaded. */
  readonly selected: ReadonlySet<IntentKind>;
  /** Whether a series that vanishes is told of. */
  readonly companions: boolean;
}

export const FIRST_DRAFT: AlertDraft = {
  choice: { tiers: TIERS, owners: null, services: null },
  intents: new Map(INTENT_KINDS.map((kind) => [kind, INTENTS[kind].usual])),
  selected: new Set(),
  companions: true,
};
