import { lazy } from 'react';
import { AppPlugin } from '@grafana/data';

// This file may be loaded on any Grafana page: nothing but the lazy door belongs here.
export const plugin = new AppPlugin<object>().setRootPage(lazy(() => import('./wiring/AppRoot')));
