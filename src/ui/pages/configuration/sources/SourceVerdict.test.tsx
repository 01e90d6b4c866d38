import { render, screen } from '@testing-library/react';
import type { SourceFindings, Verdict } from '../../../../engine/setup/SetupView';
import { SourceVerdict } from './SourceVerdict';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual<object>('@grafana/ui'),
  Badge: ({ color, text }: { readonly color: string; readonly text: string }) => <span>{`${color}: ${text}`}</span>,
}));

const findings = (state: SourceFindings['state'], verdicts: readonly Verdict[]): SourceFindings => ({
  uid: 'prom',
  name: 'Prometheus',
  state,
  checks: verdicts.map((verdict, i) => ({ id: `check:${i}`, title: 'A check', verdict, detail: '', next: null, expr: null })),
  profiles: [],
  services: [],
  zones: [],
  versions: 0,
  autoscalers: 0,
  suggestedRules: [],
});

it.each<[string, SourceFindings['state'], readonly Verdict[], string]>([
  ['all passed', 'done', ['pass', 'pass'], 'green: All checks passed'],
  ['some not known', 'done', ['pass', 'unknown', 'unknown'], 'purple: No check failed, 2 not known'],
  ['none known', 'done', ['unknown'], 'purple: No check failed, 1 not known'],
  ['a warning', 'done', ['pass', 'warn'], 'orange: Works, 1 warning'],
  ['warnings, and one not known', 'done', ['warn', 'warn', 'unknown'], 'orange: Works, 2 warnings, 1 not known'],
  ['a failure outranks the rest', 'done', ['fail', 'warn', 'unknown', 'pass'], 'red: 1 check failed'],
  ['cannot be read', 'failed', ['pass'], 'red: Cannot be read'],
])('%s', (_, state, verdicts, expected) => {
  render(<SourceVerdict findings={findings(state, verdicts)} />);
  expect(screen.getByRole('status')).toHaveTextContent(expected);
});

it.each([
  ['not asked yet', undefined],
  ['being looked into', findings('looking', ['pass'])],
])('gives no verdict while it is %s', (_, found) => {
  render(<SourceVerdict findings={found} />);
  expect(screen.getByRole('status')).toHaveTextContent(/^Looking …$/);
});
