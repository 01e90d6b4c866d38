import { PanelPlugin } from '@grafana/data';
import { LoadTestPanel, type LoadTestPanelOptions } from './LoadTestPanel';

export const plugin = new PanelPlugin<LoadTestPanelOptions>(LoadTestPanel).setPanelOptions((builder) =>
  builder.addTextInput({
    path: 'service',
    name: 'Service',
    description: 'Name or key of one service, or a template variable; empty: of all',
    defaultValue: '',
  })
);
