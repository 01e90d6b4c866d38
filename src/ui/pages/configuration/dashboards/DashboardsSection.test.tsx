import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { err, ok } from '../../../../domain/base/Result';
import type { DataSourceInstaller } from '../../../../ports/DataSourceInstaller';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { DashboardsSection } from './DashboardsSection';

const draw = (installer: Partial<DataSourceInstaller>) => renderPage(<DashboardsSection />, { headroom: headroomFixture({ installer }) });

it('creates the data source with one press', async () => {
  const install = jest.fn<ReturnType<DataSourceInstaller['install']>, []>(async () => ok({ uid: 'headroom', name: 'Headroom' }));
  draw({ mayInstall: true, find: async () => ok(null), install });
  await userEvent.click(await screen.findByRole('button', { name: 'Create the Headroom data source' }));
  expect(await screen.findByRole('link', { name: 'Headroom' })).toHaveAttribute('href', '/connections/datasources/edit/headroom');
  expect(install).toHaveBeenCalledTimes(1);
});

it('says why it could not be created, and lets it be tried again', async () => {
  draw({ mayInstall: true, find: async () => ok(null), install: async () => err({ kind: 'name-taken', message: 'Another data source is called Headroom.' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Create the Headroom data source' }));
  expect(await screen.findByText('Another data source is called Headroom.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Create the Headroom data source' })).toBeEnabled();
});

it('offers nothing to somebody who may not', async () => {
  draw({ mayInstall: false, find: async () => ok(null) });
  expect(await screen.findByText(/An Admin can create it here/)).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('leads to the dashboards that come with the app', async () => {
  draw({ find: async () => ok({ uid: 'x', name: 'Mine' }) });
  expect(await screen.findByRole('link', { name: 'Capacity overview' })).toHaveAttribute('href', '/d/headroom-overview');
});
