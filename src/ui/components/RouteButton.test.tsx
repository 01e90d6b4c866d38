import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { RouteButton } from './RouteButton';

const renderUnder = (basename: string) =>
  render(
    <MemoryRouter
      future={{ v7_startTransition: false, v7_relativeSplatPath: false }}
      basename={basename}
      initialEntries={[`${basename}/`]}
    >
      <Routes>
        <Route path="/" element={<RouteButton to="/a/app/configuration">Open</RouteButton>} />
        <Route path="/a/app/configuration" element={<p>Arrived</p>} />
      </Routes>
    </MemoryRouter>
  );

describe('RouteButton', () => {
  it('goes there without a reload', () => {
    renderUnder('');
    fireEvent.click(screen.getByRole('link', { name: 'Open' }));
    expect(screen.getByText('Arrived')).toBeInTheDocument();
  });

  it('leaves a click with Ctrl to the browser', () => {
    renderUnder('');
    const goesOn = fireEvent.click(screen.getByRole('link'), { ctrlKey: true });
    expect(goesOn).toBe(true);
    expect(screen.queryByText('Arrived')).not.toBeInTheDocument();
  });

  it('names the sub-path in its address', () => {
    renderUnder('/grafana');
    expect(screen.getByRole('link')).toHaveAttribute('href', '/grafana/a/app/configuration');
  });
});
