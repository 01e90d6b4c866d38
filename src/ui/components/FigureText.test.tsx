import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { known, unknown } from '../../domain/base/Figure';
import { historyEvidence } from '../testing/queryEvidence';
import { anonymous, headroomFixture } from '../testing/headroomFixture';
import { renderPage } from '../testing/renderPage';
import { EvidenceProvider } from './EvidenceProvider';
import { FigureText } from './FigureText';

const figure = known(1234, 'reqps', 'estimated', historyEvidence('sum(rate(x[5m]))'));


describe('FigureText', () => {
  it('shows unknown as unknown, with the reason for hover and for screen readers', () => {
    render(
      <FigureText figure={unknown('reqps', 'no samples for 40 minutes', 'Check the scrape')} label="Demand now" />
    );
    const sentence = 'Demand now: unknown. No samples for 40 minutes. Check the scrape';
    expect(screen.getByTitle(sentence)).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.getByText('unknown')).toBeInTheDocument();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it('is plain text where no evidence drawer is around', () => {
    render(<FigureText figure={figure} label="ATH" />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText('≈ 1.23K req/s')).toBeInTheDocument();
  });

  it('opens what it rests on, query and way into Explore included', async () => {
    renderPage(
      <EvidenceProvider currency="EUR">
        <FigureText figure={figure} label="ATH" of="checkout" />
      </EvidenceProvider>
    );
    await userEvent.click(screen.getByRole('button', { name: 'ATH: 1.23K req/s, estimated' }));
    expect(await screen.findByRole('heading', { name: 'ATH of checkout' })).toBeInTheDocument();
    for (const dialog of screen.getAllByRole('dialog')) {
      expect(dialog).toHaveAccessibleName(/ATH of checkout/);
    }
    expect(screen.getByText('sum(rate(x[5m]))')).toBeInTheDocument();
    expect(screen.getByText(/asked of Prometheus/)).toBeInTheDocument();
    expect(screen.getByText('1234 reqps')).toBeInTheDocument();
    expect(screen.getByText('estimated')).toBeInTheDocument();
    expect(screen.getByText(/99\s%\sof expected samples/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Open in Explore/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/explore?')
    );
    await userEvent.click(screen.getByRole('button', { name: /Close/ }));
    expect(screen.queryByText('sum(rate(x[5m]))')).not.toBeInTheDocument();
  });

  it('offers no Explore to those who may not go there', async () => {
    renderPage(
      <EvidenceProvider currency="EUR">
        <FigureText figure={figure} label="ATH" />
      </EvidenceProvider>,
      { headroom: headroomFixture({ identity: anonymous }) }
    );
    await userEvent.click(screen.getByRole('button', { name: /ATH/ }));
    expect(await screen.findByText('sum(rate(x[5m]))')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy query' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Explore/ })).not.toBeInTheDocument();
  });

  it('says that nothing was asked for a figure without origins', async () => {
    renderPage(
      <EvidenceProvider currency="">
        <FigureText figure={known(3, 'instances', 'declared')} label="Instances" />
      </EvidenceProvider>
    );
    await userEvent.click(screen.getByRole('button', { name: /Instances/ }));
    expect(await screen.findByText('No query was asked for this.')).toBeInTheDocument();
  });

  it('shows what is not known yet as coming while the page is read, and says the same to screen readers', () => {
    const none = unknown('reqps', 'history is being read');
    const shown = (reading: boolean) => (
      <EvidenceProvider currency="" reading={reading}>
        <FigureText figure={none} label="ATH" />
        <FigureText figure={figure} label="Peak" />
      </EvidenceProvider>
    );
    const { unmount } = renderPage(shown(true));
    expect(screen.getByRole('button', { name: 'ATH: unknown. History is being read.' })).toHaveTextContent(/^…$/);
    expect(screen.getByRole('button', { name: /^Peak/ })).toHaveTextContent('1.23K req/s');
    unmount();
    renderPage(shown(false));
    expect(screen.getByRole('button', { name: /^ATH/ })).toHaveTextContent('unknown');
  });

  it('leaves the tab order to the row where it stands in a dense table', () => {
    renderPage(
      <EvidenceProvider currency="">
        <FigureText figure={figure} label="ATH" tabbable={false} />
      </EvidenceProvider>
    );
    expect(screen.getByRole('button')).toHaveAttribute('tabindex', '-1');
  });

  it.each([
    ['partial', { partial: true }, '…', 'history still being read'],
    ['stale', { stale: true }, '*', 'stale'],
    ['whole', {}, '', 'estimated'],
  ])('marks in a dense table what is %s with one sign and in words', (_, state, sign, words) => {
    const marked = known(1234, 'reqps', 'estimated', { origins: [], ...state });
    render(<FigureText figure={marked} label="ATH" tabbable={false} />);
    expect(screen.getByText(`≈ 1.23K req/s`, { exact: false, selector: '[aria-hidden]' })).toHaveTextContent(
      `≈ 1.23K req/s${sign}`
    );
    expect(screen.getByTitle(/^ATH: /)).toHaveAttribute('title', expect.stringContaining(words));
  });
});
