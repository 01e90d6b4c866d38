import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { QueryOrigin } from '../../domain/base/Evidence';
import { known } from '../../domain/base/Figure';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import { headroomFixture } from '../testing/headroomFixture';
import { renderPage } from '../testing/renderPage';
import { EvidenceOf } from './EvidenceOf';
import { EvidenceProvider } from './EvidenceProvider';
import { FigureText } from './FigureText';

const SERVICE = serviceRef('prom', 'p', ['service'], { service: 'cart' });
const ASKED: QueryOrigin = { kind: 'query', source: 'prom', expr: 'sum by (service) (x)', grouped: true };

async function opened(origin: QueryOrigin, narrowed: string | null, of: typeof SERVICE | null = SERVICE) {
  const asked: unknown[] = [];
  const headroom = headroomFixture({ narrowed: (...args) => (asked.push(args), narrowed) });
  renderPage(
    <EvidenceProvider currency="">
      <EvidenceOf service={of}>
        <FigureText figure={known(1, 'reqps', 'measured', { origins: [origin] })} label="ATH" />
      </EvidenceOf>
    </EvidenceProvider>,
    { headroom }
  );
  await userEvent.click(screen.getByRole('button', { name: /^ATH/ }));
  await screen.findByText(/asked of Prometheus/);
  return { asked, explored: () => decodeURIComponent(screen.getByRole('link', { name: /Explore/ }).getAttribute('href') ?? '') };
}

describe('QueryOriginView', () => {
  it('shows a query to all services narrowed to the one the figure is of, to copy and in Explore', async () => {
    const { asked, explored } = await opened(ASKED, 'sum by (service) (x{service="cart"})');
    expect(asked[0]).toEqual([ASKED.expr, SERVICE]);
    expect(screen.getByText(/asked once for all services; here it is narrowed to cart/)).toBeInTheDocument();
    expect(screen.getByText('sum by (service) (x{service="cart"})')).toBeVisible();
    expect(explored()).toContain('{service=\\"cart\\"}');
  });

  it('keeps the query as it was asked within reach', async () => {
    await opened(ASKED, 'narrow');
    const whole = screen.getByText('The query as it was asked, for all services').closest('details');
    expect(within(whole as HTMLElement).getByText(ASKED.expr)).toBeInTheDocument();
  });

  it('says so where a query cannot be narrowed', async () => {
    const { explored } = await opened(ASKED, null);
    expect(screen.getByText(/covers all services: cart is one row of its answer/)).toBeInTheDocument();
    expect(explored()).toContain('sum+by+(service)+(x)');
    expect(screen.queryByText(/as it was asked/)).not.toBeInTheDocument();
  });

  it('says so for a figure that is of no service', async () => {
    const { asked } = await opened(ASKED, 'narrow', null);
    expect(asked).toEqual([]);
    expect(screen.getByText(/covers all services: the figure is one row/)).toBeInTheDocument();
  });

  it('leaves a query to one service as it is', async () => {
    const { asked } = await opened({ kind: 'query', source: 'prom', expr: 'x{service="cart"}' }, 'narrow');
    expect(asked).toEqual([]);
    expect(screen.getByText('x{service="cart"}')).toBeInTheDocument();
    expect(screen.queryByText(/all services/)).not.toBeInTheDocument();
  });
});
