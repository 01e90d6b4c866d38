import { PluginPage } from '@grafana/runtime';

export default function ConfigurationPage() {
  return <PluginPage>Configuration</PluginPage>;
}
