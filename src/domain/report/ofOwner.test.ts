import { keyed, now, then } from './report.fixture';
import { ofOwner } from './ofOwner';

const names = (owner: string | null) => {
  const own = ofOwner(
    {
      rows: [now({ owner: 'shop' }, 'cart'), now({ owner: 'money' }, 'pay'), now({ owner: null }, 'stray'), now({ owner: 'money' }, 'moved')],
      before: keyed(
        ['cart', then({ owner: 'shop' }, 'cart')],
        ['pay', then({ owner: 'money' }, 'pay')],
        ['moved', then({ owner: 'shop' }, 'moved')],
        ['stray', { kind: 'unknown', reason: 'x' }]
      ),
    },
    owner
  );
  return [own.rows.map(({ facts }) => facts.service.name), [...own.before.values()].flatMap((past) => (past.kind === 'known' ? [past.row.facts.service.name] : []))];
};

describe('ofOwner', () => {
  it.each([
    ['its services', 'shop', [['cart'], ['cart']]],
    ['a service belongs to who owns it now', 'money', [['pay', 'moved'], ['pay', 'moved']]],
    ['what nobody owns', null, [['stray'], []]],
    ['an owner who has nothing', 'nobody', [[], []]],
  ])('%s', (_, owner, expected) => expect(names(owner)).toEqual(expected));
});
