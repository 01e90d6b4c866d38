import { judgeFor } from './judgeFor';

const nothing = { mode: 'limit' as const, metrics: [], windows: [], preRun: [], seed: 1 };

describe('the judge of a plan', () => {
  it('is ours unless a canary configuration is brought', () => {
    expect(judgeFor({ judge: { kind: 'headroom', stopShift: 1.1, permitShift: 1.25 } }).name).toBe('Headroom judge');
    const config = JSON.stringify({ name: 'c', metrics: [], classifier: { groupWeights: {} } });
    expect(judgeFor({ judge: { kind: 'aca', config, pass: 95, marginal: 75 } }).name).toBe('NetflixACAJudge-v1.0');
  });

  it('permits nothing on a configuration that cannot be read, and says why', () => {
    const verdict = judgeFor({ judge: { kind: 'aca', config: 'apiVersion: v1', pass: 95, marginal: 75 } }).judge(nothing);
    expect(verdict.decision).toBe('inconclusive');
    expect(verdict.reason).toContain('not JSON');
  });
});
