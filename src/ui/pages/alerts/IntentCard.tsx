import { useId, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import type { Intent } from '../../../domain/alertrules/Intent';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';
import { intentInfo } from '../../../domain/alertrules/INTENTS';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import { rulesOf, type Standing } from '../../../domain/alertrules/standingOf';
import { IntentDrift } from './IntentDrift';
import { IntentNotes } from './IntentNotes';
import { IntentParameters } from './IntentParameters';
import { intentSentence } from './intentSentence';
import { PreviewView } from './PreviewView';
import { StandingBadge } from './StandingBadge';

interface Props {
  readonly plan: IntentPlan;
  readonly standing: Standing;
  readonly companions: boolean;
  /** False while what was changed last is worked in. */
  readonly current: boolean;
  /** True while history is read. */
  readonly moving: boolean;
  readonly selected: boolean;
  readonly onSelect: (selected: boolean) => void;
  readonly onChange: (intent: Intent) => void;
  /** Address of a rule in Grafana. */
  readonly addressOf: (uid: string) => string;
}

/** One intent: what it says, how it stands, what it would have done. */
export function IntentCard({ plan, standing, companions, current, moving, selected, onSelect, onChange, addressOf }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [previewed, setPreviewed] = useState<{ readonly rules: readonly RuleDocument[]; readonly round: number } | null>(null);
  const { title, doc } = intentInfo(plan.intent.kind);
  const possible = standing.kind !== 'cannot';
  const there = rulesThere(standing);
  return (
    <li className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <Checkbox aria-labelledby={id} value={selected} disabled={!possible} onChange={(event) => onSelect(event.currentTarget.checked)} />
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <StandingBadge standing={standing} moving={moving} />
        {there[0] && (
          <LinkButton size="sm" variant="secondary" fill="text" href={addressOf(there[0].uid)} icon="bell">
            {there.length === 1 ? 'Open in Grafana' : `First of ${there.length} in Grafana`}
          </LinkButton>
        )}
      </div>
      <p className={styles.doc}>{doc}</p>
      {possible && <p className={styles.doc}>{intentSentence(plan, companions)}</p>}
      <IntentDrift standing={standing} />
      <IntentNotes plan={plan} standing={standing} />
      {possible && (
        <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
          <IntentParameters intent={plan.intent} onChange={onChange} />
          <Button size="sm" variant="secondary" icon="history" disabled={!current} onClick={() => setPreviewed({ rules: rulesOf(plan, false), round: (previewed?.round ?? 0) + 1 })} aria-label={`Preview 30 days: ${title}`}>
            {previewed === null ? 'Preview 30 days' : 'Preview again'}
          </Button>
        </Stack>
      )}
      {previewed !== null && !isOf(previewed.rules, plan) && (
        <p className={styles.doc}>Limits or settings have changed since this preview was asked for: preview again to see what they would have done.</p>
      )}
      {previewed !== null && <PreviewView key={previewed.round} title={title} rules={previewed.rules} />}
    </li>
  );
}

/** Whether a preview speaks of the rules that would be saved now. */
const isOf = (previewed: readonly RuleDocument[], { rules }: IntentPlan): boolean =>
  previewed.length === rules.length && previewed.every((rule, i) => rule.value === rules[i]?.value && rule.comparison.threshold === rules[i].comparison.threshold);

function rulesThere(standing: Standing): readonly RuleDocument[] {
  switch (standing.kind) {
    case 'active':
    case 'paused':
      return standing.rules;
    case 'drifted':
      return standing.there;
    case 'cannot':
    case 'unknown':
    case 'not-set-up':
      return [];
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: theme.spacing(1.5, 2),
    listStyle: 'none',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  // Never wider than what stands beside the tick box, or the box would stand in a line of its own.
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize, maxWidth: `calc(100% - ${theme.spacing(3)})` }),
  doc: css({ margin: 0, color: theme.colors.text.secondary, maxWidth: '130ch' }),
});
