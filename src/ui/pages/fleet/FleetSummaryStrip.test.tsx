import { screen } from '@testing-library/react';
import { DAY } from '../../../domain/base/Duration';
import { fleetSummary } from '../../../domain/capacity/fleetSummary';
import { EvidenceProvider } from '../../components/EvidenceProvider';
import { benchmarkFixture } from '../../testing/benchmarkFixture';
import { judgedFixture } from '../../testing/judgedFixture';
import { NOW } from '../../testing/NOW';
import { renderPage } from '../../testing/renderPage';
import { FleetSummaryStrip } from './FleetSummaryStrip';

const known = judgedFixture({ name: 'cart', benchmark: benchmarkFixture({ at: NOW - 30 * DAY }) });
const without = judgedFixture({ name: 'mail', benchmark: { reason: 'not read yet', next: 'wait' } });

it.each([
  ['nothing read yet', [without], true, '…being read'],
  ['one read, the others to come', [known, without], true, 'a month agocartbeing read'],
  ['read, none there', [without], false, 'none1 service without one'],
  ['read, one there', [known, without], false, 'a month agocart1 service without one'],
])('the oldest safe limit: %s', (_, services, reading, expected) => {
  renderPage(
    <EvidenceProvider currency="EUR" reading={reading}>
      <FleetSummaryStrip summary={fleetSummary(services, NOW)} growthPercent={0} currency="EUR" now={NOW} onChange={() => undefined} />
    </EvidenceProvider>
  );
  expect(screen.getByRole('group', { name: 'Oldest safe limit' })).toHaveTextContent(`Oldest safe limit${expected}`);
});
