import { lazy, Suspense } from 'react';
import { AppPlugin, PluginExtensionPoints } from '@grafana/data';

const LoadTest = lazy(() => import('./wiring/ExposedLoadTest').then(({ ExposedLoadTest }) => ({ default: ExposedLoadTest })));

// Grafana freezes what is exposed, and a lazy component keeps its state in itself: so it is wrapped, not handed over.
const ExposedLoadTest = (props: { readonly service: string; readonly height: number }) => (
  <Suspense fallback={null}>
    <LoadTest {...props} />
  </Suspense>
);

// This file may be loaded on any Grafana page: nothing but lazy doors belongs here.
export const plugin = new AppPlugin<object>()
  .setRootPage(lazy(() => import('./wiring/AppRoot')))
  .exposeComponent({
    id: 'headroom-capacity-app/load-test/v1',
    title: 'Headroom load test',
    description: 'A load test of one service: what runs now, and plans to start',
    component: ExposedLoadTest,
  })
  .addLink({
    targets: [PluginExtensionPoints.CommandPalette],
    title: 'Headroom: stop every load test and give the traffic back',
    description: 'Restores the baseline of every pool whose traffic a load test holds',
    onClick: () => void import('./wiring/stopLoadTests').then(({ stopLoadTests }) => stopLoadTests()),
  });
