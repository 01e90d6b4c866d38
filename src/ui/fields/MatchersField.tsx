import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, IconButton, Input, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';
import type { Matcher } from '../../domain/catalogue/Profile';

const OPERATORS: ReadonlyArray<{
  readonly value: Matcher['op'];
  readonly label: string;
  readonly description: string;
}> = [
  { value: '=', label: '=', description: 'is' },
  { value: '!=', label: '!=', description: 'is not' },
  { value: '=~', label: '=~', description: 'matches the expression' },
  { value: '!~', label: '!~', description: 'does not match' },
];
const EMPTY: Matcher = { label: '', op: '=', value: '' };

interface Props {
  readonly label: string;
  readonly description: string;
  readonly matchers: readonly Matcher[];
  readonly disabled: boolean;
  readonly onChange: (matchers: readonly Matcher[]) => void;
}

/** Label matchers, one a line. A line is handed on once it names a label. */
export function MatchersField({ label, description, matchers, disabled, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [unfinished, setUnfinished] = useState<Matcher | null>(null);
  const lines = unfinished ? [...matchers, unfinished] : matchers;

  const put = (at: number, matcher: Matcher) => {
    if (at < matchers.length) {
      onChange(matchers.map((old, i) => (i === at ? matcher : old)));
    } else if (matcher.label === '') {
      setUnfinished(matcher);
    } else {
      setUnfinished(null);
      onChange([...matchers, matcher]);
    }
  };
  const remove = (at: number) =>
    at < matchers.length ? onChange(matchers.filter((_, i) => i !== at)) : setUnfinished(null);

  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.label}>
        {label}
      </div>
      <div className={styles.description}>{description}</div>
      {lines.map((matcher, i) => (
        <MatcherLine
          key={i}
          matcher={matcher}
          disabled={disabled}
          onChange={(next) => put(i, next)}
          onRemove={() => remove(i)}
        />
      ))}
      {lines.length === 0 && disabled && <span>None</span>}
      {!disabled && unfinished === null && (
        <Button size="sm" variant="secondary" fill="text" icon="plus" onClick={() => setUnfinished(EMPTY)}>
          Add a label
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  readonly matcher: Matcher;
  readonly disabled: boolean;
  readonly onChange: (matcher: Matcher) => void;
  readonly onRemove: () => void;
}

function MatcherLine({ matcher, disabled, onChange, onRemove }: LineProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  // Null = not being typed in: what the draft holds is shown, also after it was changed or discarded from outside.
  const [typedName, setTypedName] = useState<string | null>(null);
  const [typedValue, setTypedValue] = useState<string | null>(null);
  const name = typedName ?? matcher.label;
  const value = typedValue ?? matcher.value;
  const handOn = (op: Matcher['op']) => {
    setTypedName(null);
    setTypedValue(null);
    if (name.trim() !== matcher.label || value !== matcher.value || op !== matcher.op) {
      onChange({ ...matcher, label: name.trim(), value, op });
    }
  };
  const commit = () => handOn(matcher.op);
  return (
    <div className={styles.line}>
      <Input
        aria-label="Label"
        placeholder="label"
        value={name}
        disabled={disabled}
        onChange={(e) => setTypedName(e.currentTarget.value)}
        onBlur={commit}
      />
      <div className={styles.operator}>
        <span id={id} className="sr-only">
          Comparison
        </span>
        <Combobox
          aria-labelledby={id}
          options={[...OPERATORS]}
          value={matcher.op}
          disabled={disabled}
          onChange={({ value: op }) => handOn(op)}
        />
      </div>
      <Input
        aria-label="Value"
        placeholder="value"
        value={value}
        disabled={disabled}
        onChange={(e) => setTypedValue(e.currentTarget.value)}
        onBlur={commit}
      />
      {!disabled && <IconButton name="trash-alt" aria-label={`Remove ${name || 'this line'}`} onClick={onRemove} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    lineHeight: 1.25,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  description: css({
    lineHeight: 1.25,
    marginTop: theme.spacing(0.25),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    marginBottom: theme.spacing(0.5),
  }),
  line: css({
    display: 'grid',
    gridTemplateColumns: '1fr 72px 1fr auto',
    gap: theme.spacing(0.5),
    alignItems: 'center',
    marginBottom: theme.spacing(0.5),
  }),
  operator: css({ minWidth: 0 }),
});
