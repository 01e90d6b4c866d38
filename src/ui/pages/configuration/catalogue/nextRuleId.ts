import type { CatalogueRule } from '../../../../domain/catalogue/Settings';

/** An id that no rule has: `rule-1`, `rule-2`, ... */
export function nextRuleId(rules: readonly CatalogueRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(`rule-${number}`)) {
    number++;
  }
  return `rule-${number}`;
}
