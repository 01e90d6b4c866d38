import { fireEvent, screen, within } from '@testing-library/react';
import type { GuardReading } from '../../../../domain/ramp/Observation';
import type { GuardPreview } from '../../../../domain/ramp/previewGuards';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { PreflightGuards } from './PreflightGuards';

const reading: GuardReading = { id: 'p', title: 'Connections of database main', about: 'target', who: 'images-1', role: 'limit', state: 'pass', value: 0.5, limit: 0.95, unit: 'share', reason: 'half', crossed: null };
const GUARDS: readonly GuardPreview[] = [
  { id: 'p', title: reading.title, reading, armed: true, words: reading.reason, refuses: false },
  { id: 'hang', title: 'Requests that do not come back', reading: null, armed: true, words: 'read with the router during the run', refuses: false },
  { id: 'gc', title: 'Garbage collection', reading: null, armed: false, words: 'none of the families known is published here', refuses: false },
];

it('shows each guard as it reads before the run, and why one is not armed', () => {
  renderPage(<PreflightGuards guards={GUARDS} queries={[{ about: 'Dependencies', expr: '{service=~"db"}[50s]' }]} />, { headroom: headroomFixture() });
  expect(screen.getByText('none of the families known is published here')).not.toBeVisible();
  fireEvent.click(screen.getByText('Guards as they read now: 2 armed, 1 not armed'));
  const rows = within(screen.getByRole('table', { name: 'Guards before the run' })).getAllByRole('row').slice(1).map((row) => row.textContent);
  expect(rows[0]).toMatch(/^Connections of database main: images-1armed50\s%95\s%half$/);
  expect(screen.getByRole('meter', { name: 'Connections of database main: part of the limit in use' })).toHaveAttribute('aria-valuetext', '53 %');
  expect(screen.getByText('{service=~"db"}[50s]')).toBeVisible();
  expect(rows[1]).toMatch(/armedread with the router during the run$/);
  expect(rows[2]).toMatch(/^Garbage collectionnot armednone of the families/);
});

it('opens by itself when one refuses the run', () => {
  renderPage(<PreflightGuards guards={GUARDS.map((guard) => ({ ...guard, refuses: guard.id === 'gc' }))} queries={[]} />, { headroom: headroomFixture() });
  expect(screen.getByText('none of the families known is published here')).toBeVisible();
});
