import type { DataFrame, Labels } from '@grafana/data';
import { writeList } from '../../domain/base/writeList';
import type { BarsReading, HeadroomBar } from './HeadroomBar';
import type { HeadroomOptions, QueryRoles } from './HeadroomOptions';
import { judgePlain } from './judgePlain';
import { plainFigureOf } from './plainFigureOf';
import type { PlainSeries } from './PlainSeries';
import { isTable, plainSeriesOf } from './plainSeriesOf';

type Role = keyof QueryRoles;
/** Series by the name of their service; more than one under a name is one too many. */
type Part = ReadonlyMap<string, readonly PlainSeries[]>;

const WORDS: Readonly<Record<Role, string>> = {
  demand: 'demand',
  capacity: 'capacity',
  ath: 'all-time high',
  eventDemand: 'event demand',
  requiredCapacity: 'required capacity',
};
const ROLES = Object.keys(WORDS) as Role[];
const NO_PART: Part = new Map();

/**
 * Joins plain queries by service: the letter of a query says which part its series play, a label names the service, and
 * the newest value of each series counts.
 * @param asOf the moment the panel speaks of, epoch milliseconds: values long before it are stale
 */
export function readPlainQueries(frames: readonly DataFrame[], options: HeadroomOptions, asOf: number): BarsReading {
  const parts = new Map(ROLES.map((role) => [role, partOf(frames, role, options)]));
  const [demand, capacity] = [parts.get('demand') ?? NO_PART, parts.get('capacity') ?? NO_PART];
  const tables = ROLES.flatMap((role) => tableProblem(frames, role, options));
  if (demand.size === 0 || capacity.size === 0) {
    const missing = demand.size === 0 ? `demand (query ${options.roles.demand})` : `capacity (query ${options.roles.capacity})`;
    const none = `No series for ${missing}. Query the Headroom data source, or set under "Plain queries" which query is demand and which is capacity.`;
    return { bars: [], problem: tables.length > 0 ? tables.join(' ') : none };
  }
  const services = [...new Set([...demand.keys(), ...capacity.keys()])];
  const problems = [
    ...tables,
    ...ROLES.flatMap((role) => ambiguityProblem(parts.get(role) ?? NO_PART, options.roles[role])),
    ...([...demand.keys()].some((name) => capacity.has(name)) ? [] : ['No service of the demand query has a series in the capacity query: check the service label.']),
  ];
  return { bars: services.map((service) => barOf(service, parts, options, asOf)), problem: problems.length > 0 ? problems.join(' ') : null };
}

const framesOf = (frames: readonly DataFrame[], role: Role, { roles }: HeadroomOptions): readonly DataFrame[] =>
  frames.filter((frame) => roles[role].trim() !== '' && frame.refId === roles[role].trim());

function partOf(frames: readonly DataFrame[], role: Role, options: HeadroomOptions): Part {
  const part = new Map<string, PlainSeries[]>();
  for (const series of framesOf(frames, role, options).flatMap(plainSeriesOf)) {
    const name = nameOf(series.labels, options.serviceLabel, options.tierLabel);
    part.set(name, [...(part.get(name) ?? []), series]);
  }
  return part;
}

const tableProblem = (frames: readonly DataFrame[], role: Role, options: HeadroomOptions): string[] =>
  framesOf(frames, role, options).some(isTable)
    ? [`Query ${options.roles[role]} is answered as a table, whose rows name no service: choose "Time series" as its format.`]
    : [];

function ambiguityProblem(part: Part, query: string): string[] {
  const names = [...part].filter(([, series]) => series.length > 1).map(([name, { length }]) => `${name}: ${length}`);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return names.length === 0
    ? []
    : [`Query ${query} has several series under one name (${writeList(shown)}): sum them by service, or choose a service label that tells them apart.`];
}

function nameOf(labels: Labels, serviceLabel: string, tierLabel: string): string {
  if (serviceLabel !== '') {
    return labels[serviceLabel] ?? `no label ${serviceLabel}`;
  }
  const rest = Object.entries(labels).filter(([name]) => name !== '__name__' && name !== tierLabel);
  return rest.map(([, value]) => value).join(' / ') || 'all';
}

function barOf(service: string, parts: ReadonlyMap<Role, Part>, options: HeadroomOptions, asOf: number): HeadroomBar {
  const seriesOf = (role: Role) => parts.get(role)?.get(service) ?? [];
  const of = (role: Role) => plainFigureOf(seriesOf(role), options.roles[role].trim(), WORDS[role], asOf);
  const figures = { demand: of('demand'), capacity: of('capacity'), ath: of('ath') };
  const anchor = seriesOf('demand')[0] ?? seriesOf('capacity')[0];
  if (!anchor) {
    throw new Error(`The service ${service} came from no query.`);
  }
  return {
    service,
    tier: anchor.labels[options.tierLabel] ?? seriesOf('capacity')[0]?.labels[options.tierLabel] ?? null,
    owner: anchor.labels.owner ?? null,
    demand: figures.demand.value,
    ath: figures.ath.value,
    eventDemand: of('eventDemand').value,
    requiredCapacity: of('requiredCapacity').value,
    capacity: figures.capacity.value,
    ...judgePlain(figures, options.asked),
    asked: options.asked,
    spare: null,
    path: null,
    frame: anchor.frame,
    row: anchor.frame.length - 1,
  };
}
