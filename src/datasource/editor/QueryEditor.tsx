import type { QueryEditorProps } from '@grafana/data';
import { Alert, Combobox, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import { queryHandlers } from '../handlers/queryHandlers';
import type { HeadroomDataSource } from '../HeadroomDataSource';
import type { HeadroomOptions } from '../HeadroomOptions';
import type { Format, HeadroomQuery, PeakSpan } from '../HeadroomQuery';
import { QUERY_TYPES, type QueryType } from '../QueryType';
import { SelectionFields } from './SelectionFields';
import { useChoices } from './useChoices';

type Props = QueryEditorProps<HeadroomDataSource, HeadroomQuery, HeadroomOptions>;

const FORMATS: Array<{ label: string; value: Format; description: string }> = [
  { label: 'Lines', value: 'series', description: 'A line for each service, ending with the figure of now' },
  { label: 'Table', value: 'table', description: 'A row for each service, as of now' },
];

const PEAKS: Array<{ label: string; value: PeakSpan }> = [
  { label: 'Hour', value: 'hour' },
  { label: 'Day', value: 'day' },
  { label: 'All time', value: 'ath' },
];

/** What to ask, of which services, and how to answer. */
export function QueryEditor(props: Props) {
  return <QueryFields {...props} types={QUERY_TYPES} />;
}

export function QueryFields({
  datasource,
  query,
  onChange,
  onRunQuery,
  types,
}: Props & { readonly types: readonly QueryType[] }) {
  const { choices, loading } = useChoices(datasource);
  const handler = queryHandlers[query.queryType];
  const change = (part: Partial<HeadroomQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  const options = types.map((type) => ({
    label: queryHandlers[type].title,
    value: type,
    description: queryHandlers[type].description,
  }));
  return (
    <Stack direction="column" gap={1}>
      <Stack wrap="wrap" gap={1}>
        <InlineField
          label="Show"
          labelWidth={12}
          tooltip={handler?.description}
          htmlFor={`headroom-type-${query.refId}`}
        >
          <Combobox
            id={`headroom-type-${query.refId}`}
            width={28}
            options={options}
            value={handler ? query.queryType : null}
            onChange={({ value }) => change({ queryType: value })}
          />
        </InlineField>
        {query.queryType === 'peaks' && (
          <InlineField label="Of each">
            <RadioButtonGroup
              aria-label="Of each"
              options={PEAKS}
              value={query.peak ?? 'ath'}
              onChange={(peak) => change({ peak })}
            />
          </InlineField>
        )}
        {handler?.kind === 'services' && handler.lines !== null && (
          <InlineField label="As">
            <RadioButtonGroup
              aria-label="As"
              options={FORMATS}
              value={query.format ?? handler.format}
              onChange={(format) => change({ format })}
            />
          </InlineField>
        )}
      </Stack>
      <Stack wrap="wrap" gap={1}>
        <SelectionFields
          refId={query.refId}
          choices={choices}
          loading={loading}
          value={query}
          withServices
          onChange={change}
        />
      </Stack>
      {choices.problem !== null && <Alert severity="warning" title={choices.problem} />}
    </Stack>
  );
}
