import type { Labels } from '../base/Labels';
import { serviceRef } from '../catalogue/ServiceRef';
import { alertsAbout, type AlertSubject } from './alertsAbout';
import { alertSubjects } from './alertSubjects';

const CART: AlertSubject = { name: 'cart', places: ['shop'], labels: { namespace: 'shop', service: 'cart' } };

const about = (labels: Labels, ...subjects: readonly AlertSubject[]) => alertsAbout([{ name: 'A', labels, state: 'firing' }], subjects.length > 0 ? subjects : [CART]).map((one) => one.about);

describe('whether an alert is about a service', () => {
  it.each<[string, Labels, boolean]>([
    ['has all labels of the service', { namespace: 'shop', service: 'cart' }, true],
    ['groups by the name alone', { service: 'cart' }, true],
    ['names it as its job', { job: 'cart' }, true],
    ['names it as OpenTelemetry does', { job: 'shop/cart' }, true],
    ['names its deployment', { namespace: 'shop', deployment: 'cart' }, true],
    ['is of the same name elsewhere', { namespace: 'bank', service: 'cart' }, false],
    ['says elsewhere by another label', { exported_namespace: 'bank', job: 'cart' }, false],
    ['is about another service', { namespace: 'shop', service: 'checkout' }, false],
    ['names nobody', { severity: 'page' }, false],
    ['only begins alike', { service: 'cart-v2' }, false],
    ['has the name as a value of something else', { zone: 'cart' }, false],
    ['has an empty namespace', { namespace: '', service: 'cart' }, true],
  ])('%s', (_name, labels, expected) => expect(about(labels)).toEqual(expected ? ['cart'] : []));

  it('holds the labels a profile groups by, whatever they are called', () => {
    const micro: AlertSubject = { name: 'cart', places: ['eu'], labels: { cluster: 'eu', application: 'cart' } };
    expect([about({ cluster: 'eu', application: 'cart' }, micro), about({ cluster: 'us', application: 'cart' }, micro)]).toEqual([['cart'], []]);
  });

  it('takes no nameless service for everything without a label', () => expect(about({}, { name: '', places: [], labels: { service: '' } })).toEqual([]));

  it('finds dependencies by name, the service first', () => {
    const named = (name: string, ...places: string[]): AlertSubject => ({ name, places, labels: {} });
    expect(about({ service: 'payments' }, CART, named('stock'), named('payments'))).toEqual(['payments']);
    expect(about({ service: 'cart' }, CART, named('cart'))).toEqual(['cart']);
    expect(about({ service: 'mail' }, CART, named('stock'))).toEqual([]);
    expect(about({ namespace: 'bank', service: 'stock' }, CART, named('stock', 'shop'))).toEqual([]);
  });
});

describe('whose alerts a plan asks about', () => {
  const dependency = (service: string) => ({ service, direction: 'downstream' as const, p99Seconds: null, pool: null });

  it('is the service and the dependencies it names, by the values of their keys', () => {
    const service = serviceRef('p', 'http', ['namespace', 'service'], { namespace: 'shop', service: 'cart' });
    const other = serviceRef('p', 'http', ['namespace', 'service'], { namespace: 'bank', service: 'payments' });
    expect(alertSubjects({ dependencies: [dependency(other.key), dependency('stock')] }, service)).toEqual([CART, { name: 'payments', places: ['bank'], labels: {} }, { name: 'stock', places: [], labels: {} }]);
  });
});
