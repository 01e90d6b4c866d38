import { EarlyGauges } from './EarlyGauges';
import type { KeeperGauges } from './KeeperGauges';

function book(): { readonly gauges: KeeperGauges; readonly told: unknown[][] } {
  const told: unknown[][] = [];
  const note =
    (name: string) =>
    (...values: unknown[]): void =>
      void told.push([name, ...values]);
  const gauges = { ticked: note('ticked'), overrides: note('overrides'), restored: note('restored'), routerFailed: note('routerFailed'), frozen: note('frozen'), clockOffset: note('clockOffset') };
  return { gauges, told };
}

it('tells what came before in order, and passes on what follows', () => {
  const early = new EarlyGauges();
  early.overrides('shop', true);
  early.restored('shop', 'keeper_restarted');
  early.overrides('shop', false);
  early.frozen(true);
  const { gauges, told } = book();
  early.handOver(gauges);
  expect(told).toEqual([['overrides', 'shop', true], ['restored', 'shop', 'keeper_restarted'], ['overrides', 'shop', false], ['frozen', true]]);
  early.ticked(7);
  early.routerFailed('edge');
  early.clockOffset(0.5);
  expect(told.slice(4)).toEqual([['ticked', 7], ['routerFailed', 'edge'], ['clockOffset', 0.5]]);
});
