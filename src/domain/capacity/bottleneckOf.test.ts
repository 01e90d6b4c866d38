import { unknown } from '../base/Figure';
import { measured, judge, NO_BENCHMARK } from './serviceFacts.fixture';

describe('judgeService: bottleneck', () => {
  it('is the known limit or the resource closest to its own limit', () => {
    expect(judge().bottleneck?.resource).toBe('benchmark');
    const saturation = [
      { resource: 'memory', use: measured(0.93, 'share') },
      { resource: 'disk', use: unknown('share', 'not read') },
    ];
    expect(judge({ saturation }).bottleneck).toMatchObject({ resource: 'memory', use: { value: 0.93 } });
    expect(judge({ saturation: [], benchmark: NO_BENCHMARK }).bottleneck).toBeNull();
  });
});
