import type { Tier } from '../catalogue/Tier';
import { textHash } from '../promql/textHash';
import type { RuleSubject } from './RuleSource';

/** Whom rules are about. Null = all. */
export interface RuleChoice {
  readonly tiers: readonly Tier[];
  /** The empty string stands for "nobody". */
  readonly owners: readonly string[] | null;
  /** Keys of services. */
  readonly services: readonly string[] | null;
}

export const isChosen = ({ tiers, owners, services }: RuleChoice, { facts }: RuleSubject): boolean =>
  tiers.includes(facts.tier) &&
  (owners === null || owners.includes(facts.owner ?? '')) &&
  (services === null || services.includes(facts.service.key));

/** Rules of one team must not overwrite those of another: the choice, the tiers apart, is part of a rule's identity. */
export function choiceName({ owners, services }: RuleChoice): string {
  const parts = [owners && ['owners', ...[...owners].sort()], services && ['services', ...[...services].sort()]];
  const chosen = parts.filter((part) => part !== null);
  return chosen.length === 0 ? '' : textHash(JSON.stringify(chosen));
}
