import type { SourceFindings } from '../../../../engine/setup/SetupView';
import { foundSummary } from './foundSummary';

const found = (services: number, more: Partial<SourceFindings> = {}): SourceFindings => ({
  uid: 'prom',
  name: 'Prometheus',
  state: 'done',
  checks: [],
  profiles: [],
  services: new Array<SourceFindings['services'][number]>(services),
  zones: [],
  versions: 0,
  autoscalers: 0,
  suggestedRules: [],
  ...more,
});

describe('foundSummary', () => {
  it.each([
    ['nothing known beside', found(23), '23 services reporting now; zones unknown, versions unknown, 0 autoscalers'],
    [
      'one of each',
      found(1, { zones: ['a'], versions: 1, autoscalers: 1 }),
      '1 service reporting now; 1 zone (a), 1 version, 1 autoscaler',
    ],
    [
      'more zones than fit',
      found(2, { zones: ['a', 'b', 'c', 'd', 'e'], versions: 3, autoscalers: 2 }),
      '2 services reporting now; 5 zones (a, b, c, d, …), 3 versions, 2 autoscalers',
    ],
  ])('%s', (_, findings, words) => expect(foundSummary(findings)).toBe(words));
});
