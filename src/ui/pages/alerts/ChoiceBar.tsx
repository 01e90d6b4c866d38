import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import type { RuleChoice } from '../../../domain/alertrules/RuleChoice';
import type { RuleSource } from '../../../domain/alertrules/RuleSource';
import { TIERS } from '../../../domain/catalogue/Tier';
import { FilterToggle } from '../fleet/FilterToggle';
import { toggled } from '../fleet/toggled';
import type { AlertDraft } from './AlertDraft';
import { ChoiceMenu, type ChoiceOption } from './ChoiceMenu';

interface Props {
  readonly draft: AlertDraft;
  readonly sources: readonly RuleSource[];
  readonly onChange: (change: Partial<AlertDraft>) => void;
}

/** Whom the rules are about. */
export function ChoiceBar({ draft, sources, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { choice } = draft;
  const { owners, services } = useMemo(() => optionsOf(sources), [sources]);
  const choose = (change: Partial<RuleChoice>) => onChange({ choice: { ...choice, ...change } });
  return (
    <div role="group" aria-label="Services the rules are about" className={styles.bar}>
      <div role="group" aria-label="Tier" className={styles.group}>
        {TIERS.map((tier) => (
          <FilterToggle
            key={tier}
            label={tier}
            count={null}
            pressed={choice.tiers.includes(tier)}
            onToggle={() => choose({ tiers: TIERS.filter((t) => toggled(choice.tiers, tier).includes(t)) })}
          />
        ))}
      </div>
      {owners.length > 1 && (
        <ChoiceMenu what="owners" icon="users-alt" options={owners} selected={choice.owners} onChange={(next) => choose({ owners: next })} />
      )}
      <ChoiceMenu what="services" icon="cube" options={services} selected={choice.services} onChange={(next) => choose({ services: next })} />
      <Checkbox
        label="Tell me when a series vanishes"
        description="Otherwise a rule falls silent with its service."
        value={draft.companions}
        onChange={(event) => onChange({ companions: event.currentTarget.checked })}
      />
    </div>
  );
}

function optionsOf(sources: readonly RuleSource[]): { readonly owners: readonly ChoiceOption[]; readonly services: readonly ChoiceOption[] } {
  const facts = sources.flatMap(({ subjects }) => subjects.map((subject) => subject.facts));
  const owners = [...new Set(facts.map(({ owner }) => owner ?? ''))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return {
    owners: owners.map((value) => ({ value, label: value === '' ? 'No owner' : value })),
    services: facts
      .map(({ service }) => ({ value: service.key, label: service.scope === '' ? service.name : `${service.scope}/${service.name}` }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  group: css({ display: 'flex', gap: theme.spacing(0.5) }),
});
