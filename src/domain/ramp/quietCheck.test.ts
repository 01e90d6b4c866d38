import type { AlertSeen, AlertsSeen } from './AlertsSeen';
import { quietCheck } from './quietCheck';

const seen = (by: string, ...alerts: readonly AlertSeen[]): AlertsSeen => ({ by, known: true, alerts });
const alert = (state: AlertSeen['state'], name = 'Slow', about = 'cart'): AlertSeen => ({ name, about, state });
const away: AlertsSeen = { by: 'Grafana', known: false, reason: 'Your role may not read it.' };

describe('whether anything fires', () => {
  it.each<[string, readonly AlertsSeen[], 'pass' | 'warn' | 'refuse', string]>([
    ['quiet everywhere', [seen('Prometheus'), seen('Grafana')], 'pass', 'Prometheus and Grafana'],
    ['one on the service', [seen('Prometheus'), seen('Grafana', alert('firing'))], 'refuse', 'Slow (Grafana, on cart)'],
    ['one on a dependency', [seen('Prometheus', alert('firing', 'Down', 'payments'))], 'refuse', 'Down (Prometheus, on payments)'],
    ['one fires where another cannot be asked', [away, seen('Prometheus', alert('firing'))], 'refuse', 'Slow'],
    ['one cannot be asked', [seen('Prometheus'), away], 'warn', 'Grafana: Your role may not read it'],
    ['nobody could be asked', [], 'warn', 'could not be read'],
    ['a rule without data', [seen('Grafana', alert('unclear'))], 'warn', 'nobody knows: Slow'],
    ['advice alone', [seen('Grafana', alert('advice', 'Benchmark too old'))], 'pass', 'Only advice does: Benchmark too old'],
  ])('%s', (_name, all, state, evidence) => expect(quietCheck(all)).toMatchObject({ state, evidence: expect.stringContaining(evidence) }));

  it('names an alert once and says how many more there are', () => {
    const many = ['A', 'A', 'B', 'C', 'D', 'E', 'F'].map((name) => alert('firing', name));
    const { evidence } = quietCheck([seen('Grafana', ...many)]);
    expect(evidence.match(/A \(/g)).toHaveLength(1);
    expect(evidence).toContain('and 2 more');
  });
});
