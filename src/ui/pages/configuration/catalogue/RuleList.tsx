import { Button, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { CatalogueRule } from '../../../../domain/catalogue/Settings';
import { useConfigurationScope } from '../ConfigurationContext';
import type { CataloguedService } from '../inspection/foundServices';
import { nextRuleId } from './nextRuleId';
import { RuleCard } from './RuleCard';
import { servicesCaught } from './servicesCaught';

/** Rules in the order they are asked; the first that states a trait wins. */
export function RuleList({ services }: { readonly services: readonly CataloguedService[] }) {
  const { draft, change, editable } = useConfigurationScope();
  const [open, setOpen] = useState<string | null>(null);
  const labels = [...new Set(services.flatMap(({ service }) => Object.keys(service.labels)))];
  const caught = draft.rules.map((rule) => servicesCaught(rule, draft, services));

  const add = () => {
    const rule: CatalogueRule = {
      id: nextRuleId(draft.rules),
      match: { [labels.at(-1) ?? 'service']: '.*' },
      traits: { tier: draft.defaultTier },
    };
    change({ type: 'rule-saved', rule });
    setOpen(rule.id);
  };
  return (
    <section aria-labelledby="headroom-rules">
      <Stack direction="column" gap={1}>
        <h3 id="headroom-rules">Rules</h3>
        {draft.rules.length === 0 && <p>No rule yet: every service without a tier label is {draft.defaultTier}.</p>}
        <ol
          style={{
            listStyle: 'none',
            margin: 0,
            padding: 0,
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr)',
            gap: 8,
          }}
        >
          {draft.rules.map((rule, i) => (
            <li key={rule.id}>
              <RuleCard
                rule={rule}
                position={i}
                last={i === draft.rules.length - 1}
                labels={labels}
                caught={caught[i] ?? []}
                earlier={
                  new Set(
                    caught
                      .slice(0, i)
                      .flatMap((list, at) =>
                        draft.rules[at]?.traits.tier ? list.map(({ service }) => service.key) : []
                      )
                  )
                }
                open={open === rule.id}
                onToggle={() => setOpen(open === rule.id ? null : rule.id)}
              />
            </li>
          ))}
        </ol>
        {editable && (
          <div>
            <Button variant="secondary" icon="plus" onClick={add}>
              Add a rule
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}
