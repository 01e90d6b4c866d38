import { lazy } from 'react';
import { AppPlugin, PluginExtensionPoints } from '@grafana/data';

// This file may be loaded on any Grafana page: nothing but lazy doors belongs here.
export const plugin = new AppPlugin<object>()
  .setRootPage(lazy(() => import('./wiring/AppRoot')))
  .exposeComponent({
    id: 'headroom-capacity-app/load-test/v1',
    title: 'Headroom load test',
    description: 'A load test of one service: what runs now, and plans to start',
    component: lazy(() => import('./wiring/ExposedLoadTest').then(({ ExposedLoadTest }) => ({ default: ExposedLoadTest }))),
  })
  .addLink({
    targets: [PluginExtensionPoints.CommandPalette],
    title: 'Headroom: stop every load test and give the traffic back',
    description: 'Restores the baseline of every pool whose traffic a load test holds',
    onClick: () => void import('./wiring/stopLoadTests').then(({ stopLoadTests }) => stopLoadTests()),
  });
