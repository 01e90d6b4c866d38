import type { CatalogueRule } from '../../../../domain/catalogue/Settings';

/** Rules whose condition none before them and none of `taken` has: two sources may suggest the same. */
export function distinctRules(rules: readonly CatalogueRule[], taken: readonly CatalogueRule[] = []): CatalogueRule[] {
  const seen = new Set(taken.map(({ match }) => JSON.stringify(match)));
  return rules.filter(({ match }) => {
    const key = JSON.stringify(match);
    return !seen.has(key) && seen.add(key);
  });
}
