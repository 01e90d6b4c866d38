import { useMemo } from 'react';
import { Stack } from '@grafana/ui';
import { TIERS, type Tier } from '../../../../domain/catalogue/Tier';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { foundServices } from '../inspection/foundServices';
import { ExceptionList } from './ExceptionList';
import { RuleList } from './RuleList';
import { SuggestedRules } from './SuggestedRules';

const TIER_DOC: Readonly<Record<Tier, string>> = {
  P0: 'must never fall over',
  P1: 'important, may degrade',
  P2: 'can wait',
};

/** Which service belongs to which tier, to whom, and what is special about it. */
export function CatalogueSection() {
  const { draft, change, editable, inspections } = useConfigurationScope();
  const services = useMemo(() => foundServices(inspections.findings.values(), draft), [inspections.findings, draft]);
  return (
    <Stack direction="column" gap={3}>
      <p>
        A service takes its tier from an exception, else from a tier label of its metrics, else from the first rule that
        states one, else from the default. Every other trait goes the same way.{' '}
        {tierSummary(services.map(({ traits }) => traits.tier))}
      </p>
      <div style={{ maxWidth: 360 }}>
        <ChoiceField
          label="Default tier"
          description="For services that nothing else says anything about."
          value={draft.defaultTier}
          disabled={!editable}
          options={TIERS.map((tier) => ({ value: tier, label: tier, description: TIER_DOC[tier] }))}
          onChange={(tier) => change({ type: 'default-tier-changed', tier })}
        />
      </div>
      <SuggestedRules />
      <RuleList services={services} />
      <ExceptionList services={services} />
    </Stack>
  );
}

function tierSummary(tiers: readonly Tier[]): string {
  if (tiers.length === 0) {
    return 'No service has been found yet.';
  }
  return `Of ${tiers.length} services found: ${TIERS.map((tier) => `${tiers.filter((t) => t === tier).length} ${tier}`).join(', ')}.`;
}
