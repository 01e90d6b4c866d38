import { Button, Stack } from '@grafana/ui';
import type { CatalogueRule } from '../../../../domain/catalogue/Settings';
import { TierBadge } from '../../../components/TierBadge';
import { useConfigurationScope } from '../ConfigurationContext';
import { distinctRules } from './distinctRules';
import { nextRuleId } from './nextRuleId';
import { matchWords } from './ruleWords';
import { InlineCode } from '../../../fields/InlineCode';

/** Rules guessed from names, until a person takes them. */
export function SuggestedRules() {
  const { draft, change, editable, inspections } = useConfigurationScope();
  const open = distinctRules(
    [...inspections.findings.values()].flatMap(({ suggestedRules }) => suggestedRules),
    draft.rules
  );
  if (open.length === 0) {
    return null;
  }
  const accept = (rules: readonly CatalogueRule[]) => {
    let known = draft.rules;
    for (const suggested of rules) {
      const rule = known.some(({ id }) => id === suggested.id) ? { ...suggested, id: nextRuleId(known) } : suggested;
      known = [...known, rule];
      change({ type: 'rule-saved', rule });
    }
  };
  return (
    <section aria-labelledby="headroom-suggested">
      <Stack direction="column" gap={1}>
        <Stack alignItems="center" gap={2} wrap="wrap">
          <h3 id="headroom-suggested">Suggested from the names</h3>
          {editable && (
            <Button size="sm" variant="secondary" onClick={() => accept(open)}>
              Accept all {open.length}
            </Button>
          )}
        </Stack>
        {open.map((rule) => (
          <Stack key={matchWords(rule)} alignItems="center" gap={1} wrap="wrap">
            {rule.traits.tier && <TierBadge tier={rule.traits.tier} />}
            <InlineCode>{matchWords(rule)}</InlineCode>
            {editable && (
              <Button
                size="sm"
                variant="secondary"
                fill="text"
                icon="plus"
                aria-label={`Accept: ${matchWords(rule)}`}
                onClick={() => accept([rule])}
              >
                Accept
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
    </section>
  );
}
