import { fireEvent, render, screen } from '@testing-library/react';
import { HourOfWeekMap } from './HourOfWeekMap';

const show = (values: ReadonlyArray<number | null>) =>
  render(
    <HourOfWeekMap values={values} format={(v) => `${v} req/s`} caption="Median demand of each hour of the week" />
  );

describe('HourOfWeekMap', () => {
  it('is a table of 7 days by 24 hours that reads out every value', () => {
    show(Array.from({ length: 168 }, (_, i) => i));
    expect(screen.getByRole('table', { name: 'Median demand of each hour of the week' })).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(8);
    expect(screen.getByRole('cell', { name: '167 req/s' })).toBeInTheDocument();
    expect(screen.getByRole('rowheader', { name: 'Sunday' })).toBeInTheDocument();
  });

  it('tells a gap from nothing arriving', () => {
    show([0, null, ...Array.from({ length: 166 }, () => 5)]);
    expect(screen.getByRole('cell', { name: 'not measured' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '0 req/s' })).toBeInTheDocument();
  });

  it('says the hour under the pointer', () => {
    show(Array.from({ length: 168 }, (_, i) => i));
    fireEvent.pointerOver(screen.getByRole('cell', { name: '25 req/s' }));
    expect(screen.getByText('Tuesday 01:00 to 02:00: 25 req/s')).toBeInTheDocument();
  });

  it('draws a week that was never measured', () => {
    show(Array.from({ length: 168 }, () => null));
    expect(screen.getAllByRole('cell', { name: 'not measured' })).toHaveLength(168);
  });
});
