import { FieldType, type DataFrame, type Field, type Labels } from '@grafana/data';
import type { BarsReading, HeadroomBar } from './HeadroomBar';
import type { HeadroomOptions, QueryRoles } from './HeadroomOptions';
import { statusOfGrowth } from './statusOfGrowth';

interface Found {
  readonly value: number | null;
  readonly labels: Labels;
  readonly frame: DataFrame;
}

type Role = keyof QueryRoles;

/**
 * Joins plain queries by service: the letter of a query says which part its series play, a label names the service, and
 * the newest value of each series counts.
 */
export function readPlainQueries(frames: readonly DataFrame[], options: HeadroomOptions): BarsReading {
  const parts = partsOf(frames, options);
  const capacity = parts.get('capacity');
  const demand = parts.get('demand');
  if (!capacity || !demand) {
    const missing = demand ? `capacity (query ${options.roles.capacity})` : `demand (query ${options.roles.demand})`;
    return {
      bars: [],
      problem: `No series for ${missing}. Query the Headroom data source, or set under "Plain queries" which query is demand and which is capacity.`,
    };
  }
  const services = [...new Set([...demand.keys(), ...capacity.keys()])];
  const unmatched = services.filter((name) => !capacity.has(name)).length;
  return {
    bars: services.map((service) => barOf(service, parts, options)),
    problem: unmatched === services.length ? 'No service of the demand query has a series in the capacity query: check the service label.' : null,
  };
}

function partsOf(frames: readonly DataFrame[], options: HeadroomOptions): Map<Role, Map<string, Found>> {
  const parts = new Map<Role, Map<string, Found>>();
  for (const role of Object.keys(options.roles) as Role[]) {
    const wanted = options.roles[role].trim();
    const found = wanted === '' ? [] : frames.filter((frame) => frame.refId === wanted).flatMap(seriesOf);
    if (found.length > 0) {
      parts.set(role, new Map(found.map((one) => [nameOf(one.labels, options.serviceLabel, options.tierLabel), one])));
    }
  }
  return parts;
}

const seriesOf = (frame: DataFrame): Found[] =>
  frame.fields
    .filter((field) => field.type === FieldType.number)
    .map((field) => ({ value: newest(field), labels: field.labels ?? {}, frame }));

function newest(field: Field): number | null {
  for (let i = field.values.length - 1; i >= 0; i--) {
    const value: unknown = field.values[i];
    if (typeof value === 'number' && Number.isFinite(value)) {
      return value;
    }
  }
  return null;
}

function nameOf(labels: Labels, serviceLabel: string, tierLabel: string): string {
  if (serviceLabel !== '') {
    return labels[serviceLabel] ?? `no label ${serviceLabel}`;
  }
  const rest = Object.entries(labels).filter(([name]) => name !== '__name__' && name !== tierLabel);
  return rest.map(([, value]) => value).join(' / ') || 'all';
}

function barOf(service: string, parts: ReadonlyMap<Role, ReadonlyMap<string, Found>>, options: HeadroomOptions): HeadroomBar {
  const of = (role: Role) => parts.get(role)?.get(service) ?? null;
  const value = (role: Role) => of(role)?.value ?? null;
  const basis = value('ath') ?? value('demand');
  const capacity = value('capacity');
  const headroom = basis !== null && basis > 0 && capacity !== null ? capacity / basis - 1 : null;
  const anchor = of('demand') ?? of('capacity');
  if (!anchor) {
    throw new Error(`The service ${service} came from no query.`);
  }
  return {
    service,
    tier: anchor.labels[options.tierLabel] ?? of('capacity')?.labels[options.tierLabel] ?? null,
    owner: anchor.labels.owner ?? null,
    status: statusOfGrowth(headroom, options.asked),
    demand: value('demand'),
    ath: value('ath'),
    eventDemand: value('eventDemand'),
    requiredCapacity: value('requiredCapacity'),
    capacity,
    headroom,
    asked: options.asked,
    spare: null,
    notes: capacity === null ? `Query ${options.roles.capacity} has no series for this service: its capacity is not known.` : null,
    path: null,
    frame: anchor.frame,
    row: anchor.frame.length - 1,
  };
}
