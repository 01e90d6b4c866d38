import { parseRoutingUrl } from './parseRoutingUrl';

describe('parseRoutingUrl', () => {
  it.each([
    ['http://keeper:7070', 'http://keeper:7070'],
    [' https://router.example/keeper/ ', 'https://router.example/keeper'],
    ['http://[::1]:7070//', 'http://[::1]:7070'],
  ])('reads %s', (text, url) => expect(parseRoutingUrl(text)).toEqual({ ok: true, value: url }));

  it.each([
    ['', /not an address/],
    ['keeper:7070', /not an address/],
    ['ftp://keeper', /not an address/],
    ['http://', /not an address/],
    ['javascript:alert(1)', /not an address/],
    ['http://keeper?x=1', /no query/],
    ['http://keeper/#a', /no query/],
    ['http://keeper/a b', /no spaces|no query/],
    ['http://{{ .JsonData.x }}', /./],
    ['http://u:p@keeper', /user or password/],
    ['http://keeper/../admin', /climb/],
    [`http://${'k'.repeat(600)}`, /607 characters/],
  ])('refuses %j', (text, message) => expect(parseRoutingUrl(text)).toEqual({ ok: false, error: expect.stringMatching(message) }));
});
