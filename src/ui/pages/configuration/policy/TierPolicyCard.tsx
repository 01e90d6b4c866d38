import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { Tier } from '../../../../domain/catalogue/Tier';
import { DEFAULT_POLICY, type TierPolicy } from '../../../../domain/catalogue/TierPolicy';
import { TierBadge } from '../../../components/TierBadge';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { NumberField } from '../../../fields/NumberField';
import { PercentField } from '../../../fields/PercentField';
import { MarginWords } from './MarginWords';
import { REDUNDANCY_OPTIONS } from './REDUNDANCY_OPTIONS';

const BASIS: ReadonlyArray<{
  readonly value: TierPolicy['peakBasis'];
  readonly label: string;
  readonly description: string;
}> = [
  { value: 'ath', label: 'All-time high', description: 'The greatest demand on record' },
  {
    value: 'third-highest-daily-peak-30d',
    label: 'Third-highest daily peak',
    description: 'Of the last 30 days: two odd days do not count',
  },
];

const SHORT_IS: ReadonlyArray<{ readonly value: TierPolicy['shortIs']; readonly label: string }> = [
  { value: 'critical', label: 'Critical' },
  { value: 'warning', label: 'A warning' },
  { value: 'information', label: 'Information' },
];

/** Policy of one tier with what it comes to. */
export function TierPolicyCard({ tier, zones }: { readonly tier: Tier; readonly zones: number }) {
  const styles = useStyles2(getStyles);
  const { draft, change, editable } = useConfigurationScope();
  const policy = draft.policy[tier];
  const set = (part: Partial<TierPolicy>) => change({ type: 'policy-changed', tier, change: part });
  const changed = JSON.stringify(policy) !== JSON.stringify(DEFAULT_POLICY[tier]);
  return (
    <section className={styles.card} aria-label={`Policy of ${tier}`}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <TierBadge tier={tier} />
        </h3>
        {changed && editable && (
          <Button size="sm" variant="secondary" fill="text" onClick={() => change({ type: 'policy-reset', tier })}>
            Back to the default<span className="sr-only"> of {tier}</span>
          </Button>
        )}
      </header>
      <MarginWords policy={policy} zones={zones} />
      <ChoiceField
        label="Peak basis"
        value={policy.peakBasis}
        options={BASIS}
        disabled={!editable}
        onChange={(peakBasis) => set({ peakBasis })}
      />
      <NumberField
        label="Event factor"
        description="How far above that peak the next event may go."
        value={policy.eventFactor}
        unit="× peak"
        min={1}
        max={20}
        disabled={!editable}
        onChange={(eventFactor) => set({ eventFactor })}
      />
      <NumberField
        label="… when the peak was itself an event"
        value={policy.eventFactorAfterEvent}
        unit="× peak"
        min={1}
        max={20}
        disabled={!editable}
        onChange={(eventFactorAfterEvent) => set({ eventFactorAfterEvent })}
      />
      <PercentField
        label="Reserve"
        description="Share of the safe limit kept free in normal operation."
        share={policy.reserve}
        maxPercent={90}
        disabled={!editable}
        onChange={(reserve) => set({ reserve })}
      />
      <ChoiceField
        label="Redundancy"
        description="The loss this tier must survive."
        value={policy.redundancy}
        options={REDUNDANCY_OPTIONS}
        disabled={!editable}
        onChange={(redundancy) => set({ redundancy })}
      />
      <PercentField
        label="Degraded reserve"
        description={
          policy.redundancy === 'none' ? 'Not used: this tier survives no loss.' : 'Share kept free after that loss.'
        }
        share={policy.degradedReserve}
        maxPercent={90}
        disabled={!editable || policy.redundancy === 'none'}
        onChange={(degradedReserve) => set({ degradedReserve })}
      />
      <ChoiceField
        label="Being short is"
        value={policy.shortIs}
        options={SHORT_IS}
        disabled={!editable}
        onChange={(shortIs) => set({ shortIs })}
      />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: 28 }),
  title: css({ margin: 0 }),
});
