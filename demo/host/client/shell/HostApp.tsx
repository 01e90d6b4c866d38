import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { Router } from 'react-router-dom-v5';
import { CompatRouter } from 'react-router-dom-v5-compat';
import { HostRoutes } from '../pages/HostRoutes';
import { HostThemeProvider } from './HostThemeProvider';
import { PageNavProvider } from './PageNavContext';
import { Shell } from './Shell';

/** The same two routers on top of each other that Grafana has: plugins of either kind find theirs. */
export function HostApp() {
  return (
    <HostThemeProvider>
      <GlobalStyles />
      <LocationServiceProvider service={locationService}>
        <Router history={locationService.getHistory()}>
          <CompatRouter>
            <PageNavProvider>
              <Shell>
                <HostRoutes />
              </Shell>
            </PageNavProvider>
          </CompatRouter>
        </Router>
      </LocationServiceProvider>
      <PortalContainer />
    </HostThemeProvider>
  );
}
