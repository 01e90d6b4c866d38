import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { parsePlan } from '../../../../domain/ramp/parsePlan';
import { plan } from '../../../../domain/ramp/run.fixture';
import { headroomFixture } from '../../../testing/headroomFixture';
import { renderPage } from '../../../testing/renderPage';
import { stubBrowser } from '../../../testing/stubBrowser';
import { ExtraGuardFields } from './ExtraGuardFields';

beforeEach(stubBrowser);

function Page({ from, onPlan }: { readonly from: RampPlan; readonly onPlan: (plan: RampPlan) => void }) {
  const [shown, setShown] = useState(from);
  const change = (next: RampPlan) => {
    setShown(next);
    onPlan(next);
  };
  return <ExtraGuardFields plan={shown} onChange={change} />;
}

function draw(from: RampPlan = plan()) {
  const onPlan = jest.fn<void, [RampPlan]>();
  renderPage(<Page from={from} onPlan={onPlan} />, { headroom: headroomFixture() });
  return () => onPlan.mock.lastCall?.[0];
}

function fill(label: RegExp, value: string): void {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}

it('adds a guard that fits at once, takes what is filled in, and removes it', () => {
  const last = draw();
  fireEvent.click(screen.getByText('Add a guard of your own'));
  expect(parsePlan(JSON.parse(JSON.stringify(last()))).ok).toBe(true);
  fill(/^Title/, 'Sessions');
  fill(/^Metric/, 'db_sessions{pool="main"}');
  fill(/^Limit/, '5');
  fill(/^Mean of/, '0');
  expect(last()?.extraGuards).toEqual([{ title: 'Sessions', metric: 'db_sessions{pool="main"}', measure: 'gauge', of: null, limit: 5, windowSeconds: 0, on: 'target', role: 'limit' }]);
  fireEvent.click(screen.getByLabelText('Remove guard Sessions'));
  expect(last()?.extraGuards).toEqual([]);
});

it('names what is wrong with a metric, and does not hand it on', () => {
  const last = draw();
  fireEvent.click(screen.getByText('Add a guard of your own'));
  fill(/^Metric/, 'rate(x[1m])');
  expect(screen.getByText(/without functions or a range \(found "rate\(x\[1m\]\)"\)/)).toBeVisible();
  expect(last()?.extraGuards[0]?.metric).toBe('up');
});

it('asks what a ratio divides by', () => {
  const last = draw(plan({ extraGuards: [{ title: 'R', metric: 'a', measure: 'rate-ratio', of: 'b', limit: 1, windowSeconds: 30, on: 'both', role: 'safety' }] }));
  fill(/^Over/, 'c{d="e"}');
  expect(last()?.extraGuards[0]).toMatchObject({ measure: 'rate-ratio', of: 'c{d="e"}' });
});
