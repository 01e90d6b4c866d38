import { matchCount, matchMembers } from './matchMembers';

const counted = (member: string, members: readonly string[], values: readonly string[]): number => matchCount(member, matchMembers(members, values));

describe('instances a member stands for', () => {
  it.each<[string, string, readonly string[], readonly string[], number]>([
    ['the same name', 'cart-1', ['cart-1', 'cart-2'], ['cart-1', 'cart-2'], 1],
    ['a port in the metrics only', '10.0.0.1', ['10.0.0.1'], ['10.0.0.1:9100', '10.0.0.2:9100'], 1],
    ['a port in the router only', '10.0.0.1:80', ['10.0.0.1:80'], ['10.0.0.1'], 1],
    ['an IPv6 address', 'fd00::1', ['fd00::1'], ['[fd00::1]:9100'], 1],
    ['nobody', 'cart-3', ['cart-3'], ['cart-1'], 0],
    ['a name that only begins alike', 'cart-1', ['cart-1'], ['cart-10', 'cart-10:80', 'cart-1x:80'], 0],
    ['two ports of one host', '10.0.0.1', ['10.0.0.1'], ['10.0.0.1:1', '10.0.0.1:2'], 2],
    ['the same name beats a host that fits', '10.0.0.1:1', ['10.0.0.1:1', '10.0.0.1:2'], ['10.0.0.1:1', '10.0.0.1:2', '10.0.0.1'], 1],
    ['another port of the same host', '10.0.0.1:80', ['10.0.0.1:80'], ['10.0.0.1:9100'], 0],
    ['one host for two members', '10.0.0.1:1', ['10.0.0.1:1', '10.0.0.1:2'], ['10.0.0.1'], 2],
    ['an empty label', 'cart-1', ['cart-1'], [''], 0],
  ])('%s', (_name, member, members, values, expected) => {
    expect(counted(member, members, values)).toBe(expected);
  });
});
