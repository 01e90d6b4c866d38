import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import { Alert, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import type { ComponentType } from 'react';
import type { HeadroomDataSource } from '../HeadroomDataSource';
import type { HeadroomOptions } from '../HeadroomOptions';
import type { HeadroomQuery } from '../HeadroomQuery';
import type { VariableList, VariableQuery } from '../VariableQuery';
import { SelectionFields } from './SelectionFields';
import { useChoices } from './useChoices';

const LISTS: Array<{ label: string; value: VariableList }> = [
  { label: 'Services', value: 'services' },
  { label: 'Tiers', value: 'tiers' },
  { label: 'Owners', value: 'owners' },
];

type Props = QueryEditorProps<
  DataSourceApi<HeadroomQuery, HeadroomOptions>,
  HeadroomQuery,
  HeadroomOptions,
  VariableQuery
>;

/** Edits what a dashboard variable lists, with the choices of one data source. */
export function variableEditor(dataSource: Pick<HeadroomDataSource, 'choices'>): ComponentType<Props> {
  return function VariableEditor({ query, onChange }: Props) {
    const { choices, loading } = useChoices(dataSource);
    const list = query.list ?? 'services';
    return (
      <Stack direction="column" gap={1}>
        <InlineField label="List" labelWidth={12}>
          <RadioButtonGroup
            aria-label="List"
            options={LISTS}
            value={list}
            onChange={(value) => onChange({ ...query, list: value })}
          />
        </InlineField>
        {list !== 'tiers' && (
          <Stack wrap="wrap" gap={1}>
            <SelectionFields
              refId="variable"
              choices={choices}
              loading={loading}
              value={query}
              withServices={false}
              onChange={({ tiers = query.tiers, owners = query.owners }) => onChange({ ...query, tiers, owners })}
            />
          </Stack>
        )}
        {choices.problem !== null && <Alert severity="warning" title={choices.problem} />}
      </Stack>
    );
  };
}
