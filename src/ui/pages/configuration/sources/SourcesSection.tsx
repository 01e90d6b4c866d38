import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { locationUtil } from '@grafana/data';
import { useConfigurationScope } from '../ConfigurationContext';
import { PickedField } from '../../../fields/PickedField';
import { SourcePanel } from './SourcePanel';

/** Which data sources are read, and what each of them holds. */
export function SourcesSection() {
  const { draft, setup } = useConfigurationScope();
  if (setup.dataSources().length === 0 && draft.sources.length === 0) {
    return <NoDataSource />;
  }
  return (
    <Stack direction="column" gap={2}>
      <SourcePicker />
      {draft.sources.length === 0 && (
        <p>No data source is chosen, so there is nothing to show on any page. Choose at least one above.</p>
      )}
      {draft.sources.map((source) => (
        <SourcePanel key={source.uid} source={source} />
      ))}
    </Stack>
  );
}

function SourcePicker() {
  const { draft, change, editable, setup } = useConfigurationScope();
  const visible = setup.dataSources();
  const chosen = draft.sources.map(({ uid }) => uid);
  const hidden = chosen.filter((uid) => !visible.some((info) => info.uid === uid));
  const options = [
    ...visible.map(({ uid, name, isDefault, type }) => ({
      value: uid,
      label: name,
      description: isDefault ? `${type}, the default` : type,
    })),
    ...hidden.map((uid) => ({ value: uid, label: uid, description: 'not visible to you' })),
  ];
  return (
    <PickedField
      label="Prometheus-compatible data sources"
      description="One is the common case. With several, a service is told apart by its data source too."
      options={options}
      picked={chosen}
      placeholder="Choose a data source"
      disabled={!editable}
      onPick={(uid) => change({ type: 'source-added', uid })}
      onDrop={(uid) => change({ type: 'source-removed', uid })}
    />
  );
}

function NoDataSource() {
  return (
    <EmptyState
      variant="not-found"
      message="No Prometheus-compatible data source"
      button={
        <LinkButton href={locationUtil.assureBaseUrl('/connections/datasources/new')} icon="plus">
          Add a data source
        </LinkButton>
      }
    >
      Headroom reads Prometheus, Mimir, Thanos and whatever else answers PromQL; you can see none here. Add one (an
      Admin may), or ask for the permission to read one that exists.
    </EmptyState>
  );
}
