import { fireEvent, screen, within } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { judgeService } from '../../../domain/capacity/judgeService';
import { renderPage } from '../../testing/renderPage';
import { FIXTURE_NOW, serviceFactsFixture } from './serviceFactsFixture';
import { WhatIfSection } from './WhatIfSection';

function Address() {
  return <output>{useLocation().search}</output>;
}

function open(at = '/service?key=k', facts = serviceFactsFixture()) {
  const judgement = judgeService(facts, { growth: 0, now: FIXTURE_NOW });
  renderPage(
    <>
      <WhatIfSection facts={facts} judgement={judgement} now={FIXTURE_NOW} />
      <Address />
    </>,
    { at }
  );
}

const type = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });

/** "As it is" and "What if" of one figure, as read out. */
function row(name: string): string[] {
  const found = screen.getByRole('row', { name: new RegExp(`^${name}`) });
  return within(found)
    .getAllByRole('cell')
    .map((cell) => /: ([^,]*)/.exec(cell.textContent ?? '')?.[1] ?? '');
}

describe('WhatIfSection', () => {
  it('works out required, spare and headroom with every key typed', () => {
    open();
    expect(row('Required')).toEqual(['51 instances', '51 instances']);
    type(screen.getByLabelText(/^Event factor/), '1');
    expect(row('Required')).toEqual(['51 instances', '35 instances']);
    expect(screen.getByText('Worked out with your inputs.')).toBeInTheDocument();
    expect(screen.getByText(/^required = 35 instances$/)).toBeInTheDocument();
  });

  it('keeps its inputs in the address and takes them from there', () => {
    open('/service?key=k&event=1&redundancy=none');
    expect(screen.getByLabelText(/^Event factor/)).toHaveValue('1');
    expect(screen.getByRole('radio', { name: 'nothing' })).toBeChecked();
    type(screen.getByLabelText(/^Instances/), '60');
    expect(screen.getByText('?key=k&event=1&redundancy=none&instances=60')).toBeInTheDocument();
  });

  it('explains what it cannot read and keeps the last valid result', () => {
    open();
    const reserve = screen.getByLabelText(/^Reserve/);
    type(reserve, '50');
    const before = row('Required');
    type(reserve, '500');
    expect(screen.getByText('“500” is out of range. The reserve is from 0 to 95 per cent.')).toBeInTheDocument();
    expect(reserve).toHaveValue('500');
    expect(row('Required')).toEqual(before);
    expect(screen.getByText(/stands at the last valid ones/)).toBeInTheDocument();
  });

  it('does not fall over an address somebody else wrote', () => {
    open('/service?key=k&event=-3&zones=1&instances=NaN&limit=%3Cscript%3E&degraded=1e9');
    expect(screen.getAllByRole('alert')).toHaveLength(5);
    expect(row('Required')).toEqual(['51 instances', '51 instances']);
  });

  it('resets', () => {
    open('/service?key=k&event=1');
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(row('Required')).toEqual(['51 instances', '51 instances']);
    expect(screen.getByText('?key=k')).toBeInTheDocument();
  });

  it('takes a stated safe limit where none is known', () => {
    open(
      undefined,
      serviceFactsFixture({
        benchmark: { reason: 'nobody declared one', next: 'Declare one.' },
        autoscaler: null,
        concurrencyLimit: null,
        coresPerInstance: null,
      })
    );
    expect(screen.getByText('Nobody declared one. State it above to see the arithmetic.')).toBeInTheDocument();
    type(screen.getByLabelText(/^Safe limit/), '260');
    expect(row('Required')[1]).toMatch(/^51 instances/);
  });
});
