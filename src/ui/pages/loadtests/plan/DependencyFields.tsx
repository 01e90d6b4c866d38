import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import type { GuardedDependency } from '../../../../domain/ramp/Plan';
import { serviceName } from '../../../../domain/records/serviceName';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { NumberField } from '../../../fields/NumberField';
import { TextField } from '../../../fields/TextField';
import type { PlanPart } from './PlanForm';
import { useServiceOptions } from './useServiceOptions';

const DIRECTIONS: ReadonlyArray<{ readonly value: GuardedDependency['direction']; readonly label: string }> = [
  { value: 'downstream', label: 'is called by the service' },
  { value: 'upstream', label: 'calls the service' },
];

/** Services that must not suffer from the run: errors, latency and the own pool of connections to each end it. */
export function DependencyFields({ plan, onChange }: PlanPart) {
  const styles = useStyles2(getStyles);
  const { options, loading } = useServiceOptions();
  const { dependencies, service } = plan;
  const named = new Set([service, ...dependencies.map((d) => d.service)]);
  const free = options.filter(({ value }) => !named.has(value));
  const put = (next: readonly GuardedDependency[]) => onChange({ ...plan, dependencies: next });
  const change = (at: number, part: Partial<GuardedDependency>) => put(dependencies.map((d, i) => (i === at ? { ...d, ...part } : d)));
  return (
    <>
      {dependencies.map((dependency, i) => {
        const name = serviceName(dependency.service);
        return (
          <section key={dependency.service} aria-label={`Dependency ${name}`} className={styles.one}>
            <div className={styles.head}>
              <strong>{name}</strong>
              <IconButton name="trash-alt" aria-label={`Remove dependency ${name}`} onClick={() => put(dependencies.filter((d) => d !== dependency))} />
            </div>
            <FieldGrid>
              <ChoiceField label="It" value={dependency.direction} options={DIRECTIONS} onChange={(direction) => change(i, { direction })} />
              <NumberField label="Its p99" description="Ends the run above; empty: the lesser of 2 s and four times what it was before" unit="s" min={0} max={600} value={dependency.p99Seconds} onChange={(p99Seconds) => change(i, { p99Seconds })} onClear={() => change(i, { p99Seconds: null })} />
              <TextField label="Own pool to it" description="As the target names it; empty: the one that carries its name" value={dependency.pool ?? ''} onCommit={(text) => change(i, { pool: text.trim() || null })} />
            </FieldGrid>
          </section>
        );
      })}
      <ChoiceField
        label="Guard a dependency"
        description="A service that calls this one or is called by it. Its errors and latency end the run; without samples of it the run ends as well"
        value={null}
        options={free}
        placeholder={loading ? 'The fleet is being read' : 'Choose a service'}
        disabled={loading || free.length === 0}
        onChange={(chosen) => put([...dependencies, { service: chosen, direction: 'downstream', p99Seconds: null, pool: null }])}
      />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  one: css({ border: `1px solid ${theme.colors.border.weak}`, borderRadius: theme.shape.radius.default, padding: theme.spacing(1.5), margin: theme.spacing(1, 0) }),
  head: css({ display: 'flex', justifyContent: 'space-between', marginBottom: theme.spacing(1), overflowWrap: 'anywhere' }),
});
