import { locationUtil, setTimeZoneResolver, standardTransformers, standardTransformersRegistry } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import * as runtime from '@grafana/runtime';
import { loadedPanel, loadPanel } from '../plugins/PluginLoader';
import { useExposedComponent } from '../plugins/useExposedComponent';
import { interceptLinkClicks } from '../shell/interceptLinkClicks';
import { bootData } from './bootData';
import { fillEditorRegistries } from './editorRegistries';
import { provideEditorWorkers } from './editorWorkers';
import { HostBackendSrv } from './HostBackendSrv';
import { HostDataSourceSrv } from './HostDataSourceSrv';
import { hostEvents } from './hostEvents';
import { HostTemplateSrv } from './HostTemplateSrv';
import { runRequest } from './runRequest';

/** Nobody measures the stand-in. */
const SILENT_ECHO = { addEvent: () => {}, addBackend: () => {}, flush: () => {} };

/** Fills in what Grafana fills in while it starts. @grafana/runtime refuses most of these a second time. */
export async function installServices(): Promise<void> {
  const { settings, user } = bootData;
  await initPluginTranslations('grafana');
  setTimeZoneResolver(() => user.timezone);
  locationUtil.initialize({
    config: settings,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
  interceptLinkClicks();
  provideEditorWorkers(`${settings.appSubUrl}/public/`);
  fillEditorRegistries();
  standardTransformersRegistry.setInit(() =>
    Object.values(standardTransformers).map((transformation) => ({
      id: transformation.id,
      name: transformation.name,
      transformation,
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  );

  const templates = new HostTemplateSrv();
  runtime.setAppEvents(hostEvents);
  runtime.setEchoSrv(SILENT_ECHO);
  runtime.setCurrentUser(user);
  runtime.setBackendSrv(new HostBackendSrv(hostEvents, user.orgId));
  runtime.setTemplateSrv(templates);
  runtime.setDataSourceSrv(
    new HostDataSourceSrv(Object.values(settings.datasources), settings.defaultDatasource, templates)
  );
  runtime.setLocationSrv(runtime.locationService);
  runtime.setRunRequest(runRequest);
  runtime.setPluginImportUtils({ importPanelPlugin: loadPanel, getPanelPluginFromCache: loadedPanel });

  runtime.setPluginComponentHook(useExposedComponent);
  runtime.setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  runtime.setPluginLinksHook(() => ({ links: [], isLoading: false }));
  runtime.setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  runtime.setReturnToPreviousHook(() => () => {});
  runtime.setMegaMenuOpenHook(() => [false, () => {}]);
  runtime.setChromeHeaderHeightHook(() => 40);
}
