import type { ProfileLabels } from '../../../../domain/catalogue/Profile';
import { useConfigurationScope } from '../ConfigurationContext';
import { ChoiceField } from '../../../fields/ChoiceField';
import { FieldGrid } from '../../../fields/FieldGrid';
import { MatchersField } from '../../../fields/MatchersField';
import { TextField } from '../../../fields/TextField';
import type { ProfileForm } from './ProfileForm';

const ROLES: ReadonlyArray<readonly [role: keyof ProfileLabels, label: string, lost: string]> = [
  ['instance', 'Instance', 'Without it: no instance count from traffic, no skew.'],
  ['zone', 'Zone', 'Without it: N+1 instead of surviving a zone.'],
  ['version', 'Version', 'Without it: releases cannot be compared.'],
  ['spec', 'Instance type', 'Without it: all instances count alike.'],
  ['route', 'Route', 'Without it: no top APIs.'],
  ['owner', 'Owner', 'Without it: owners come from rules.'],
  ['tier', 'Tier', 'Without it: tiers come from rules.'],
];

interface Props {
  readonly form: ProfileForm;
  readonly onChange: (form: ProfileForm) => void;
}

/** Names of metrics and labels; the app writes the PromQL. */
export function ProfileFields({ form, onChange }: Props) {
  const { editable } = useConfigurationScope();
  const set = (part: Partial<ProfileForm>) => onChange({ ...form, ...part });
  const text = (name: TextName) => ({
    value: form[name],
    disabled: !editable,
    onCommit: (value: string) => set({ [name]: value.trim() }),
  });
  return (
    <>
      <FieldGrid>
        <TextField label="Name" placeholder="Orders API" {...text('title')} />
        <TextField
          label="Metric that counts requests"
          placeholder="orders_requests_total"
          required
          {...text('metric')}
        />
        <TextField
          label="Labels that name a service"
          description="Widest first, separated by commas."
          placeholder="namespace, service"
          required
          {...text('group')}
        />
      </FieldGrid>
      <MatchersField
        label="Count only"
        description="Optional: series of the metric that are requests."
        matchers={form.matchers}
        disabled={!editable}
        onChange={(matchers) => set({ matchers })}
      />
      <MatchersField
        label="Failed requests"
        description={
          'What, on top, selects failures, for example code =~ 5.. Without it: no error share, and peaks reached while failing are not marked.'
        }
        matchers={form.errors}
        disabled={!editable}
        onChange={(errors) => set({ errors })}
      />
      <FieldGrid>
        <TextField
          label="Latency histogram"
          description="Name without _bucket."
          placeholder="orders_duration_seconds"
          {...text('latencyMetric')}
        />
        <ChoiceField
          label="Kind of histogram"
          value={form.latencyKind}
          disabled={!editable}
          options={[
            { value: 'classic', label: 'Classic', description: 'with _bucket series' },
            { value: 'native', label: 'Native' },
          ]}
          onChange={(latencyKind: ProfileForm['latencyKind']) => set({ latencyKind })}
        />
        <ChoiceField
          label="It counts in"
          value={form.latencyUnit}
          disabled={!editable}
          options={[
            { value: 'seconds', label: 'Seconds' },
            { value: 'milliseconds', label: 'Milliseconds' },
          ]}
          onChange={(latencyUnit: ProfileForm['latencyUnit']) => set({ latencyUnit })}
        />
        <TextField label="Gauge of requests in flight" {...text('inFlightMetric')} />
        <TextField
          label="Gauge of instances"
          description="Empty: distinct values of the instance label."
          {...text('instanceGauge')}
        />
        <TextField
          label="Label that names a router's target"
          description="Needed for load tests only."
          {...text('targetsLabel')}
        />
      </FieldGrid>
      <FieldGrid min={170}>
        {ROLES.map(([role, label, lost]) => (
          <TextField
            key={role}
            label={`${label} label`}
            description={lost}
            value={form.labels[role]}
            disabled={!editable}
            onCommit={(name) => set({ labels: { ...form.labels, [role]: name.trim() } })}
          />
        ))}
      </FieldGrid>
    </>
  );
}

type TextName = 'title' | 'metric' | 'group' | 'latencyMetric' | 'inFlightMetric' | 'instanceGauge' | 'targetsLabel';
