import { render, screen } from '@testing-library/react';
import { XyChart } from './XyChart';
import type { XyModel } from './XyModel';

const MODEL: XyModel = {
  points: [
    { x: 10, y: 1, group: 'v1', text: 'a' },
    { x: 20, y: 2, group: 'v2', text: 'b' },
  ],
  line: [
    { x: 0, fitted: 0, low: -0.2, high: 0.2, extrapolated: false },
    { x: 20, fitted: 2, low: 1.8, high: 2.2, extrapolated: false },
    { x: 40, fitted: 4, low: 3.8, high: 4.2, extrapolated: true },
  ],
  limit: { y: 3, label: '80 % of 4 cores', x: 28, xLabel: '28 req/s' },
};

const show = (model: XyModel) =>
  render(
    <XyChart
      model={model}
      xLabel="demand"
      formatX={String}
      formatY={String}
      summary="CPU against demand. Each request takes 10 ms."
    />
  );

describe('XyChart', () => {
  it('says in words what it shows, names its groups and its limit', () => {
    show(MODEL);
    expect(screen.getByRole('img', { name: 'CPU against demand. Each request takes 10 ms.' })).toBeInTheDocument();
    expect(screen.getByText('v1')).toBeInTheDocument();
    expect(screen.getByText('v2')).toBeInTheDocument();
    expect(screen.getByText('80 % of 4 cores')).toBeInTheDocument();
    expect(screen.getByText('28 req/s')).toBeInTheDocument();
  });

  it('never draws a place that is not a number', () => {
    const { container } = show({ points: [], line: [], limit: null });
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
    expect(screen.queryByText(/prediction band/)).not.toBeInTheDocument();
  });

  it('draws a line that is extrapolated from end to end', () => {
    const { container } = show({ ...MODEL, line: MODEL.line.map((p) => ({ ...p, extrapolated: true })) });
    expect(container.innerHTML).not.toMatch(/NaN/);
  });
});
