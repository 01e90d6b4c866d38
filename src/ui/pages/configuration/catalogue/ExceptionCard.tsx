import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import type { ServiceTraits } from '../../../../domain/catalogue/Settings';
import type { FoundService } from '../../../../engine/setup/SetupView';
import { useConfigurationScope } from '../ConfigurationContext';
import { serviceKeyWords } from './serviceKeyWords';
import { traitWords } from './ruleWords';
import { TraitsFields } from './TraitsFields';

interface Props {
  readonly serviceKey: string;
  /** Undefined when the service does not answer now. */
  readonly found: FoundService | undefined;
  readonly traits: ServiceTraits;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (traits: ServiceTraits) => void;
  readonly onRemove: () => void;
}

export function ExceptionCard({ serviceKey, found, traits, open, onToggle, onChange, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const { draft, editable } = useConfigurationScope();
  const name = found ? [found.scope, found.name].filter((part) => part !== '').join('/') : serviceKeyWords(serviceKey);
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <strong className={styles.words}>{name}</strong>
        <span className={styles.words}>{traitWords(traits, draft.currency).join(', ') || 'states nothing: saving drops it'}</span>
        {!found && <span className={styles.dim}>not found now; kept in case it comes back</span>}
        <span className={styles.buttons}>
          {editable && (
            <IconButton name="trash-alt" aria-label={`Remove the exception for ${name}`} onClick={onRemove} />
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
            <span className="sr-only"> exception for {name}</span>
          </Button>
        </span>
      </div>
      {open && (
        <div className={styles.body}>
          <TraitsFields traits={traits} onChange={onChange} />
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
  words: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  dim: css({ color: theme.colors.text.secondary }),
  buttons: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), marginLeft: 'auto' }),
  body: css({ marginTop: theme.spacing(1.5) }),
});
