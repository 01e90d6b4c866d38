import { serviceLabel } from '../domain/catalogue/serviceLabel';
import type { FleetRow } from '../domain/capacity/FleetRow';
import type { FeedAnswer, FeedRefusal } from '../engine/datasource/FeedAnswer';

/** What can be chosen in an editor. */
export interface Choices {
  readonly services: readonly string[];
  readonly owners: readonly string[];
  /** `$name` of each dashboard variable. */
  readonly variables: readonly string[];
  /** Why there is nothing to choose; null when there is. */
  readonly problem: string | null;
}

export const NO_CHOICES: Choices = { services: [], owners: [], variables: [], problem: null };

export function choicesOf(
  answer: FeedAnswer | FeedRefusal,
  variables: ReadonlyArray<{ readonly name: string }>
): Choices {
  const refused = 'refused' in answer;
  const rows = refused ? [] : answer.rows;
  return {
    services: serviceNames(rows),
    owners: ownerNames(rows),
    variables: variables.map(({ name }) => `$${name}`),
    problem: refused ? answer.refused : null,
  };
}

/** Names that services are chosen by, in order. Those that several data sources share ask for all of them. */
export const serviceNames = (rows: readonly FleetRow[]): readonly string[] =>
  sorted(rows.map(({ facts }) => serviceLabel(facts.service)));

export const ownerNames = (rows: readonly FleetRow[]): readonly string[] =>
  sorted(rows.flatMap(({ facts: { owner } }) => (owner === null ? [] : [owner])));

const sorted = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'));
