import { fireEvent, render, screen } from '@testing-library/react';
import { BenchmarkCurve } from './BenchmarkCurve';
import type { BenchmarkRow } from './BenchmarkRow';
import { drawnBenchmark } from './drawnBenchmark';

const DAY = 86_400_000;
/** In the evening of the 20th in New York. */
const AT = Date.UTC(2026, 10, 21, 1, 15);
const row: BenchmarkRow = { service: 'cart', at: AT, low: 100, high: 110, version: 'v1', origin: 'load-test', by: null, note: null };

it.each([
  ['utc', '2026-11-21 01:15', 'Nov 21'],
  ['America/New_York', '2026-11-20 20:15', 'Nov 20'],
])('dates axis and readout in the zone handed in: %s', (timeZone, readout, day) => {
  render(
    <BenchmarkCurve points={[drawnBenchmark(row, timeZone)]} from={AT - 1.5 * DAY} to={AT + 1.5 * DAY} width={600} height={200} formatY={String} timeZone={timeZone} summary="cart" />
  );
  const picture = screen.getByRole('img', { name: 'cart' });
  expect([...picture.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain(day);
  fireEvent(picture, new MouseEvent('pointermove', { clientX: 64 + (600 - 64 - 38) / 2, clientY: 30, bubbles: true }));
  expect(screen.getByText(new RegExp(`^${readout}: 100`))).toBeInTheDocument();
});
