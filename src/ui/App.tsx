import { PluginPage } from '@grafana/runtime';

export default function App() {
  return <PluginPage>Headroom</PluginPage>;
}
