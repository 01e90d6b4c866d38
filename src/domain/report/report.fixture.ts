import { DAY } from '../base/Duration';
import { serviceRef } from '../catalogue/ServiceRef';
import { rows } from '../capacity/fleet.fixture';
import type { FleetRow } from '../capacity/FleetRow';
import { judgeService } from '../capacity/judgeService';
import type { ServiceFacts } from '../capacity/ServiceFacts';
import { facts, measured, NOW } from '../capacity/serviceFacts.fixture';
import type { ReportWeek } from './ReportWeek';
import type { ServiceBefore } from './ServiceBefore';

export const WEEK: ReportWeek = { from: NOW - 7 * DAY, to: NOW };

export const named = (name: string, change: Partial<ServiceFacts> = {}): ServiceFacts =>
  facts({ service: serviceRef('prom', 'http', ['service'], { service: name }), ...change });

/** A service as it is now. */
export const now = (change: Partial<ServiceFacts> = {}, name = 'cart'): FleetRow => {
  const [row] = rows([named(name, change)]);
  if (!row) {
    throw new RangeError('rows lost a service');
  }
  return row;
};

/** A service as it was when the week began. */
export const then = (change: Partial<ServiceFacts> = {}, name = 'cart'): ServiceBefore => {
  const old = named(name, { lastSeen: WEEK.from, zones: new Map(), declaredZones: 3, ...change });
  return { kind: 'known', row: { facts: old, judgement: judgeService(old, { growth: 0, now: WEEK.from }) } };
};

/** Instances evenly over three zones. */
export const ready = (each: number): Partial<ServiceFacts> => ({
  instances: measured(3 * each, 'instances'),
  zones: new Map([
    ['a', each],
    ['b', each],
    ['c', each],
  ]),
});

/** The same as counted a week ago, when nobody counted zones. */
export const readyThen = (count: number): Partial<ServiceFacts> => ({ instances: measured(count, 'instances') });

export const keyed = (...entries: ReadonlyArray<readonly [name: string, before: ServiceBefore]>): ReadonlyMap<string, ServiceBefore> =>
  new Map(entries.map(([name, before]) => [named(name).service.key, before]));
