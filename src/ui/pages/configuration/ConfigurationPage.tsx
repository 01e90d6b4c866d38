import { PluginPage } from '@grafana/runtime';
import { useHeadroom } from '../../HeadroomContext';
import { ConfigurationWorkspace } from './ConfigurationWorkspace';
import { useConfiguration } from './draft/useConfiguration';
import { LoadingSettings } from './saving/LoadingSettings';
import { UnreadableSettings } from './saving/UnreadableSettings';

/** Sources, catalogue, policy and everything else an Admin decides; others read it. */
export default function ConfigurationPage() {
  const { setup, identity } = useHeadroom();
  const configuration = useConfiguration(setup);
  const { state } = configuration;
  return (
    <PluginPage subTitle="What Headroom reads, and what it asks of your services">
      {state.phase === 'loading' && <LoadingSettings />}
      {state.phase === 'unreadable' && (
        <UnreadableSettings problem={state.problem} configuration={configuration} identity={identity} />
      )}
      {state.phase === 'editing' && (
        <ConfigurationWorkspace state={state} configuration={configuration} setup={setup} identity={identity} />
      )}
    </PluginPage>
  );
}
