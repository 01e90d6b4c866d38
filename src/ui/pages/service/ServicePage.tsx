import { PluginPage } from '@grafana/runtime';

export default function ServicePage() {
  return <PluginPage>Service</PluginPage>;
}
