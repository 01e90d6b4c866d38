import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { TextField } from '../../../fields/TextField';
import { regexMistake } from './regexMistake';

type Match = Readonly<Record<string, string>>;

interface Props {
  readonly match: Match;
  /** Labels that services have, offered for a new condition. */
  readonly labels: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (match: Match) => void;
}

/** Conditions of a rule: every label must match its expression as a whole. */
export function MatchFields({ match, labels, disabled, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const entries = Object.entries(match);
  const free = labels.find((label) => !(label in match)) ?? freshName(match);
  const replace = (at: number, label: string, expression: string) =>
    onChange(Object.fromEntries(entries.map((entry, i) => (i === at ? [label.trim(), expression] : entry))));
  return (
    <div className={styles.lines}>
      {entries.map(([label, expression], i) => (
        <div key={label} className={styles.line}>
          <TextField
            label="Label"
            value={label}
            disabled={disabled}
            check={(text) => labelMistake(text, label, match)}
            onCommit={(text) => replace(i, text, expression)}
          />
          <TextField
            label="matches (regular expression, whole value)"
            value={expression}
            disabled={disabled}
            check={regexMistake}
            onCommit={(text) => replace(i, label, text)}
          />
          {!disabled && entries.length > 1 && (
            <IconButton
              className={styles.remove}
              name="trash-alt"
              aria-label={`Remove the condition on ${label}`}
              onClick={() => onChange(Object.fromEntries(entries.filter((_, at) => at !== i)))}
            />
          )}
        </div>
      ))}
      {entries.length === 0 && <p>No condition: catches every service.</p>}
      {!disabled && (
        <div>
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            icon="plus"
            onClick={() => onChange({ ...match, [free]: '.*' })}
          >
            Add a condition
          </Button>
        </div>
      )}
    </div>
  );
}

function labelMistake(text: string, old: string, match: Match): string | null {
  const name = text.trim();
  if (name === '') {
    return 'A label name is needed.';
  }
  return name !== old && name in match ? 'This label has a condition already.' : null;
}

function freshName(match: Match): string {
  let number = 1;
  while (`label_${number}` in match) {
    number++;
  }
  return `label_${number}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  lines: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  line: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, 1fr) minmax(120px, 2fr) auto',
    gap: theme.spacing(1),
    alignItems: 'start',
  }),
  remove: css({ marginTop: theme.spacing(3.5) }),
});
