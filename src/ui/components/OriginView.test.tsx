import { screen } from '@testing-library/react';
import { NOW } from '../testing/NOW';
import { renderPage } from '../testing/renderPage';
import { OriginView } from './OriginView';

describe('OriginView', () => {
  it('says who declared what, when and why', () => {
    renderPage(<OriginView origin={{ kind: 'declared', by: 'kim', at: NOW, note: 'after the sale' }} />);
    expect(screen.getByText('Declared by kim on 2026-11-21 10:30: “after the sale”')).toBeInTheDocument();
  });

  it('shows arithmetic line by line', () => {
    renderPage(<OriginView origin={{ kind: 'derived', lines: ['peak = 2 × 3 = 6', 'required = 4'] }} />);
    expect(screen.getAllByRole('listitem').map((li) => li.textContent)).toEqual(['peak = 2 × 3 = 6', 'required = 4']);
  });

  it('names a data source that is gone by its uid', () => {
    renderPage(<OriginView origin={{ kind: 'query', source: 'gone', expr: 'up' }} />);
    expect(screen.getByText('Instant query, asked of gone.')).toBeInTheDocument();
  });

  it('shows policy as it is', () => {
    renderPage(<OriginView origin={{ kind: 'policy', text: 'policy of P0: reserve 30 %' }} />);
    expect(screen.getByText('policy of P0: reserve 30 %')).toBeInTheDocument();
  });
});
