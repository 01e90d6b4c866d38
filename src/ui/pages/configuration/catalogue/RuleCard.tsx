import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import type { CatalogueRule } from '../../../../domain/catalogue/Settings';
import { TierBadge } from '../../../components/TierBadge';
import { useConfigurationScope } from '../ConfigurationContext';
import type { CataloguedService } from '../inspection/foundServices';
import { CaughtServices } from './CaughtServices';
import { MatchFields } from './MatchFields';
import { matchWords, traitWords } from './ruleWords';
import { TraitsFields } from './TraitsFields';
import { InlineCode } from '../../../fields/InlineCode';

interface Props {
  readonly rule: CatalogueRule;
  readonly position: number;
  readonly last: boolean;
  readonly labels: readonly string[];
  readonly caught: readonly CataloguedService[];
  /** Keys of services that a rule above has already given a tier. */
  readonly earlier: ReadonlySet<string>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One rule: a sentence, what it catches now, and its fields when opened. */
export function RuleCard({ rule, position, last, labels, caught, earlier, open, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const { change, draft, editable } = useConfigurationScope();
  const name = `rule ${position + 1}`;
  const { tier, ...others } = rule.traits;
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <span className={styles.position}>{position + 1}</span>
        {tier && <TierBadge tier={tier} />}
        <span className={styles.words}>
          <InlineCode>{matchWords(rule)}</InlineCode> {traitWords(others, draft.currency).join(', ')}
        </span>
        <span className={styles.buttons}>
          {editable && (
            <>
              <IconButton
                name="arrow-up"
                aria-label={`Move ${name} up`}
                disabled={position === 0}
                onClick={() => change({ type: 'rule-moved', id: rule.id, to: 'up' })}
              />
              <IconButton
                name="arrow-down"
                aria-label={`Move ${name} down`}
                disabled={last}
                onClick={() => change({ type: 'rule-moved', id: rule.id, to: 'down' })}
              />
              <IconButton
                name="trash-alt"
                aria-label={`Remove ${name}`}
                onClick={() => change({ type: 'rule-removed', id: rule.id })}
              />
            </>
          )}
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            icon={open ? 'angle-up' : 'angle-down'}
            aria-expanded={open}
            onClick={onToggle}
          >
            {editable ? 'Edit' : 'Show'}
            <span className="sr-only"> {name}</span>
          </Button>
        </span>
      </div>
      <CaughtServices caught={caught} earlier={earlier} statesTier={tier !== undefined} />
      {open && (
        <div className={styles.body}>
          <MatchFields
            match={rule.match}
            labels={labels}
            disabled={!editable}
            onChange={(match) => change({ type: 'rule-saved', rule: { ...rule, match } })}
          />
          <TraitsFields
            traits={rule.traits}
            onChange={(traits) => change({ type: 'rule-saved', rule: { ...rule, traits } })}
          />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  position: css({ color: theme.colors.text.secondary, minWidth: 16 }),
  words: css({ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }),
  buttons: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), marginLeft: 'auto' }),
  body: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), marginTop: theme.spacing(1.5) }),
});
