import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Alert, Field, FieldSet, Label, MultiCombobox, RadioButtonGroup, Stack, TextLink } from '@grafana/ui';
import { useState, type ComponentType } from 'react';
import type { DataSources } from '../../ports/DataSources';
import type { HeadroomOptions } from '../HeadroomOptions';

type Props = DataSourcePluginOptionsEditorProps<HeadroomOptions>;

const MODES = [
  { label: 'As the Headroom app is configured', value: false },
  { label: 'Chosen here', value: true },
];

/** The settings page of a data source; `sources` are the Prometheus data sources to choose from. */
export function configEditor(sources: DataSources): ComponentType<Props> {
  return function ConfigEditor({ options, onOptionsChange }: Props) {
    const uids = options.jsonData.prometheusUids ?? [];
    const [own, setOwn] = useState(uids.length > 0);
    const listed = sources.list();
    const known = new Map(listed.map(({ uid, name }) => [uid, name]));
    const gone = uids.filter((uid) => !known.has(uid));
    const save = (chosen: readonly string[]) =>
      onOptionsChange({ ...options, jsonData: { ...options.jsonData, prometheusUids: [...chosen] } });
    const option = (uid: string) => ({ value: uid, label: known.get(uid) ?? `${uid} (not found)` });
    return (
      <FieldSet label="Prometheus">
        <Stack direction="column" gap={2}>
          <Field
            noMargin
            label="Which Prometheus data sources are read"
            description="Tiers, owners, policies and profiles are those of the Headroom app in either case."
          >
            <RadioButtonGroup
              options={MODES}
              value={own}
              onChange={(value) => {
                setOwn(value);
                if (!value) {
                  save([]);
                }
              }}
            />
          </Field>
          {own && (
            <Field
              noMargin
              label={
                <Label
                  id="headroom-prometheus"
                  description="Nothing chosen = as the app is configured. Services of different data sources are never mixed."
                >
                  Prometheus data sources
                </Label>
              }
            >
              <MultiCombobox
                aria-labelledby="headroom-prometheus"
                width={60}
                options={[...new Set([...known.keys(), ...uids])].map(option)}
                value={uids.map(option)}
                onChange={(chosen) => save(chosen.map((c) => c.value))}
              />
            </Field>
          )}
          {gone.length > 0 && (
            <Alert severity="warning" title={`Not in this organization, or you may not query it: ${gone.join(', ')}`} />
          )}
          <p>
            It works in the browser: it cannot be used in public (shared) dashboards, alert rules, server-side expressions
            or recorded queries. The Alerts page of the app writes rules on the Prometheus data source instead.
          </p>
          <TextLink href="/a/headroom-capacity-app/configuration" inline={false}>
            Open the configuration of the Headroom app
          </TextLink>
        </Stack>
      </FieldSet>
    );
  };
}
