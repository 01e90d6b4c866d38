import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaDataUnstable from '@grafana/data/unstable';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaRuntimeUnstable from '@grafana/runtime/unstable';
import * as grafanaUi from '@grafana/ui';
import * as grafanaUiUnstable from '@grafana/ui/unstable';
import * as d3 from 'd3';
import * as i18next from 'i18next';
import * as jquery from 'jquery';
import * as lodash from 'lodash';
// eslint-disable-next-line no-restricted-imports -- plugins that still use it get it from the page
import * as moment from 'moment';
import * as prismjs from 'prismjs';
import * as react from 'react';
import * as reactDom from 'react-dom';
import * as reactInlineSvg from 'react-inlinesvg';
import * as reactRedux from 'react-redux';
import * as reactRouterDom from 'react-router-dom-v5';
import * as reactRouterCompat from 'react-router-dom-v5-compat';
import * as jsxDevRuntime from 'react/jsx-dev-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import * as redux from 'redux';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';
import * as slate from 'slate';
import * as slatePlainSerializer from 'slate-plain-serializer';
import * as slateReact from 'slate-react';
import { PanelRenderer } from '../panels/PanelRenderer';
import { PluginPage } from '../shell/PluginPage';

type Shared = object;

/** CommonJS packages whose export is a function: AMD modules get that function itself. */
const asDefault = (module: Shared & { default: unknown }): Shared => ({ ...module, __useDefault: true });

/** Grafana fills these two in while it starts; the published package has no public way to, hence a copy. */
const runtime: Shared = { ...grafanaRuntime, PluginPage, PanelRenderer };

/** Grafana 12.3's list without the AngularJS-era entries that no plugin built today asks for. */
const SHARED: Readonly<Record<string, Shared>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/data/unstable': grafanaDataUnstable,
  '@grafana/runtime': runtime,
  '@grafana/runtime/unstable': grafanaRuntimeUnstable,
  '@grafana/slate-react': slateReact,
  '@grafana/ui': grafanaUi,
  '@grafana/ui/unstable': grafanaUiUnstable,
  d3,
  emotion: emotionCss,
  i18next: asDefault(i18next),
  jquery: asDefault(jquery),
  lodash: asDefault(lodash),
  moment: asDefault(moment),
  prismjs,
  react,
  'react/jsx-runtime': jsxRuntime,
  'react/jsx-dev-runtime': jsxDevRuntime,
  'react-dom': reactDom,
  'react-inlinesvg': reactInlineSvg,
  'react-redux': reactRedux,
  'react-router-dom': reactRouterDom,
  'react-router': reactRouterCompat,
  redux,
  rxjs,
  'rxjs/operators': rxjsOperators,
  slate,
  'slate-plain-serializer': slatePlainSerializer,
  'slate-react': slateReact,
};

const addressOf = (name: string): string => `package:${name}`;

/** Lets plugins import these names and get the page's own copies. */
export function shareDependencies(): void {
  const names = Object.keys(SHARED);
  System.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, addressOf(name)])) });
  for (const [name, module] of Object.entries(SHARED)) {
    // Plain objects: bundler namespaces are read-only, and plugins tell default exports apart by this flag.
    System.set(addressOf(name), 'default' in module ? { ...module, __esModule: true } : { ...module });
  }
}
