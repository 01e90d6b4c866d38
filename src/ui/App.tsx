import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import type { Headroom } from '../engine/Headroom';
import { HeadroomContext } from './HeadroomContext';

const FleetPage = lazy(() => import('./pages/fleet/FleetPage'));
const ServicePage = lazy(() => import('./pages/service/ServicePage'));
const AlertsPage = lazy(() => import('./pages/alerts/AlertsPage'));
const LoadTestsPage = lazy(() => import('./pages/loadtests/LoadTestsPage'));
const ReportPage = lazy(() => import('./pages/report/ReportPage'));
const ConfigurationPage = lazy(() => import('./pages/configuration/ConfigurationPage'));

/** Pages of the app; addresses are part of the product's contract. */
export function App({ headroom }: { readonly headroom: Headroom }) {
  return (
    <HeadroomContext.Provider value={headroom}>
      <Routes>
        <Route path="fleet" element={<FleetPage />} />
        <Route path="service" element={<ServicePage />} />
        <Route path="alerts" element={<AlertsPage />} />
        <Route path="loadtests" element={<LoadTestsPage />} />
        <Route path="report" element={<ReportPage />} />
        <Route path="configuration" element={<ConfigurationPage />} />
        <Route path="*" element={<Navigate to="fleet" replace />} />
      </Routes>
    </HeadroomContext.Provider>
  );
}
