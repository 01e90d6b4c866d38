import { render, screen } from '@testing-library/react';
import type { Severity, StatusKind } from '../../domain/capacity/Judgement';
import { StatusBadge } from './StatusBadge';

const badge = (kind: StatusKind, severity: Severity) => (
  <StatusBadge status={{ kind, severity, reasons: ['short by 2', 'the benchmark is old'] }} />
);

describe('StatusBadge', () => {
  it.each<[StatusKind, string]>([
    ['short', 'Short'],
    ['stale', 'Stale'],
    ['unbalanced', 'Unbalanced'],
    ['unknown', 'Unknown'],
    ['ok', 'Holds'],
    ['idle', 'Idle'],
  ])('%s is a word, not only a colour, with its reasons', (kind, word) => {
    render(badge(kind, 'none'));
    expect(screen.getByText(word)).toHaveAttribute('title', 'short by 2\nthe benchmark is old');
    expect(screen.getByText(': short by 2; the benchmark is old')).toBeInTheDocument();
  });

  it.each<StatusKind>(['short', 'stale', 'unbalanced'])('%s looks graver when it is critical', (kind) => {
    const { container, rerender } = render(badge(kind, 'critical'));
    const grave = container.firstElementChild?.className;
    rerender(badge(kind, 'information'));
    expect(container.firstElementChild?.className).not.toBe(grave);
  });
});
