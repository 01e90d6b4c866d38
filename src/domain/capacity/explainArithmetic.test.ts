import { inputs } from './capacityInputs.fixture';
import { explainArithmetic } from './explainArithmetic';
import { writeLine } from './writeLine';

describe('explainArithmetic', () => {
  it('writes the arithmetic as a person would', () => {
    expect(explainArithmetic(inputs()).map(writeLine)).toEqual([
      'plain peak = 4100 × 1.08 = 4428',
      'design demand = 4428 × 1.5 = 6642',
      'base: benchmark = ceil(6642 × 1 / (260 × 0.7)) = 37',
      'base = 37',
      'base after loss: benchmark = ceil(6642 × 1 / (260 × 0.85)) = 31',
      'base after loss = 31',
      'required = least n with n ≥ 37 and n - ceil(n / 3) ≥ 31 = 47',
      'spare = 45 - 47 = -2',
      'survivors = 45 - ceil(45 / 3) = 30',
      'capacity = min(45 × 260 × 0.7, 30 × 260 × 0.85) / 1 = 6630',
      'headroom = 6630 / 4428 - 1 = +49.7 %',
      'event margin = 6630 / 6642 - 1 = -0.181 %',
      'utilisation = 4428 / 6630 = 0.66787',
      'free share = 1 - 4428 / 6630 = 0.33213',
      'headroom after loss = 30 × 260 × 0.85 / 1 / 4428 - 1 = +49.7 %',
    ]);
  });

  it('shows each known limit, and the greatest of them', () => {
    const limits = {
      benchmark: 260,
      concurrency: { limit: 64, latencySeconds: 0.4 },
      cpu: { cores: 4, secondsPerRequest: 0.01 },
    };
    const lines = explainArithmetic(inputs({ limits })).map(writeLine);
    expect(lines).toEqual(
      expect.arrayContaining([
        'base: concurrency = ceil(6642 × 1 × 0.4 / (64 × 0.7)) = 60',
        'base: CPU = ceil(6642 × 1 × 0.01 / (4 × 0.7)) = 24',
        'base = max(60, 37, 24) = 60',
      ])
    );
  });

  it('leaves out what has no meaning', () => {
    const names = (change: Parameters<typeof inputs>[0]) => explainArithmetic(inputs(change)).map((l) => l.name);
    expect(names({ peakBasis: 0 })).not.toContain('headroom');
    expect(names({ survival: { kind: 'none' } })).not.toContain('headroom after loss');
    expect(names({ survival: { kind: 'n+1' }, deployed: 1 })).not.toContain('utilisation');
  });
});
