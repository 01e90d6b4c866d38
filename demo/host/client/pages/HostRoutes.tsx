import { locationUtil } from '@grafana/data';
import { Navigate, Route, Routes } from 'react-router-dom-v5-compat';
import { sections } from '../shell/navigation';
import { AppPluginPage } from './AppPluginPage';
import { ExplorePage } from './ExplorePage';
import { NotFoundPage } from './NotFoundPage';
import { PanelsPage } from './PanelsPage';
import { PluginDetailsPage } from './PluginDetailsPage';

/** There is no home dashboard, so home is the app. */
export function HostRoutes() {
  const home = locationUtil.stripBaseFromUrl(sections[0]?.url ?? '/explore');
  return (
    <Routes>
      <Route path="/" element={<Navigate to={home} replace />} />
      <Route path="/a/:pluginId/*" element={<AppPluginPage />} />
      <Route path="/plugins/:pluginId" element={<PluginDetailsPage />} />
      <Route path="/panels" element={<PanelsPage />} />
      <Route path="/explore" element={<ExplorePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
