import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { parseSelector } from '../../../../domain/catalogue/parseSelector';
import { isRatio } from '../../../../domain/ramp/guardsProblem';
import type { ExtraGuard } from '../../../../domain/ramp/Plan';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { TextField } from '../../../fields/TextField';
import type { PlanPart } from './PlanForm';

type Options<T extends string> = ReadonlyArray<{ readonly value: T; readonly label: string }>;

const MEASURES: Options<ExtraGuard['measure']> = [
  { value: 'gauge', label: 'its value' },
  { value: 'rate', label: 'its growth a second' },
  { value: 'gauge-ratio', label: 'its value over that of another' },
  { value: 'rate-ratio', label: 'its growth over that of another' },
];
const PLACES: Options<ExtraGuard['on']> = [
  { value: 'target', label: 'the target' },
  { value: 'peers', label: 'the worst peer' },
  { value: 'both', label: 'both' },
];
const ROLES: Options<ExtraGuard['role']> = [
  { value: 'limit', label: 'backs off' },
  { value: 'safety', label: 'ends the run' },
];
const MOST = 20;

/** Guards on any metric that the targets of the service publish. */
export function ExtraGuardFields({ plan, onChange }: PlanPart) {
  const { extraGuards } = plan;
  const put = (next: readonly ExtraGuard[]) => onChange({ ...plan, extraGuards: next });
  return (
    <>
      {extraGuards.map((guard, i) => (
        <OneGuard key={i} guard={guard} onChange={(part) => put(extraGuards.map((g) => (g === guard ? { ...g, ...part } : g)))} onRemove={() => put(extraGuards.filter((g) => g !== guard))} />
      ))}
      <div>
        <Button variant="secondary" icon="plus" disabled={extraGuards.length >= MOST} onClick={() => put([...extraGuards, fresh(extraGuards)])}>
          Add a guard of your own
        </Button>
      </div>
    </>
  );
}

const fresh = (others: readonly ExtraGuard[]): ExtraGuard => ({ title: `Guard ${others.length + 1}`, metric: 'up', measure: 'gauge', of: null, limit: 1, windowSeconds: 30, on: 'target', role: 'limit' });

const checkSelector = (text: string): string | null => {
  const parsed = parseSelector(text);
  return parsed.ok ? null : parsed.error;
};

function OneGuard({ guard, onChange, onRemove }: { readonly guard: ExtraGuard; readonly onChange: (part: Partial<ExtraGuard>) => void; readonly onRemove: () => void }) {
  const styles = useStyles2(getStyles);
  const { title, metric, measure, of, limit, windowSeconds, on, role } = guard;
  const measured = (next: ExtraGuard['measure']) => onChange({ measure: next, of: isRatio({ measure: next }) ? (of ?? metric) : null });
  return (
    <section aria-label={`Guard ${title}`} className={styles.one}>
      <div className={styles.head}>
        <strong>{title}</strong>
        <IconButton name="trash-alt" aria-label={`Remove guard ${title}`} onClick={onRemove} />
      </div>
      <FieldGrid>
        <TextField label="Title" value={title} onCommit={(text) => onChange({ title: text.trim() })} />
        <TextField label="Metric" description={'Of the instances: name or name{label="value"}'} value={metric} check={checkSelector} onCommit={(text) => onChange({ metric: text.trim() })} />
        <ChoiceField label="Measured" value={measure} options={MEASURES} onChange={measured} />
        {isRatio(guard) && <TextField label="Over" description="The metric it is divided by" value={of ?? ''} check={checkSelector} onCommit={(text) => onChange({ of: text.trim() })} />}
        <NumberField label="Limit" description="Violated above" min={0} max={1e15} value={limit} onChange={(value) => onChange({ limit: value })} />
        <NumberField label="Mean of" description="0: one sample decides" unit="s" integer min={0} max={300} value={windowSeconds} onChange={(value) => onChange({ windowSeconds: value })} />
        <ChoiceField label="On" value={on} options={PLACES} onChange={(value) => onChange({ on: value })} />
        <ChoiceField label="When passed" description="On peers it always ends the run" value={role} options={ROLES} onChange={(value) => onChange({ role: value })} />
      </FieldGrid>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  one: css({ border: `1px solid ${theme.colors.border.weak}`, borderRadius: theme.shape.radius.default, padding: theme.spacing(1.5), margin: theme.spacing(1, 0) }),
  head: css({ display: 'flex', justifyContent: 'space-between', marginBottom: theme.spacing(1), overflowWrap: 'anywhere' }),
});
