import { FieldType, type DataFrame, type DataLink, type Field } from '@grafana/data';
import type { Unit } from '../../domain/base/Unit';
import { serviceName } from '../../domain/records/serviceName';
import { grafanaUnit } from './grafanaUnit';
import { hiddenField } from './hiddenField';
import { rowLink } from './serviceLink';

/** Something that happened to a service. */
export interface ServiceEvent {
  readonly at: number;
  /** Null for a moment. */
  readonly until: number | null;
  /** Service key. */
  readonly service: string;
  readonly title: string;
  readonly detail: string;
  readonly tags: readonly string[];
  readonly value: number | null;
  readonly unit: Unit;
}

/** A column beside those every event has. */
export interface EventColumn<E extends ServiceEvent> {
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly of: (event: E) => string | number | null;
  readonly unit?: Unit;
  readonly link?: DataLink;
  /** There for links, not for reading. */
  readonly hidden?: boolean;
}

/** What the columns are called: Grafana finds the parts of an annotation by these names, people read others. */
const TITLES = {
  table: { time: 'Time', until: 'Until', title: 'What', text: 'Detail', tags: 'Tags' },
  annotation: { time: 'time', until: 'timeEnd', title: 'title', text: 'text', tags: 'tags' },
} as const;

export type EventsUse = keyof typeof TITLES;

/** Rows for a table, or in the columns annotations are made of. @param valueTitle what the value is */
export function eventsFrame<E extends ServiceEvent>(
  name: string,
  use: EventsUse,
  valueTitle: string,
  events: readonly E[],
  more: ReadonlyArray<EventColumn<E>> = []
): DataFrame {
  const titles = TITLES[use];
  const unit = events[0] && grafanaUnit(events[0].unit);
  const column = (field: string, type: FieldType, of: (e: E) => unknown, config: Field['config'] = {}): Field => ({
    name: field,
    type,
    values: events.map(of),
    config,
  });
  return {
    name,
    length: events.length,
    fields: [
      column('time', FieldType.time, (e) => e.at, { displayName: titles.time }),
      column('timeEnd', FieldType.time, (e) => e.until, { displayName: titles.until }),
      column('service', FieldType.string, (e) => serviceName(e.service), { displayName: 'Service', links: [rowLink] }),
      column('title', FieldType.string, (e) => e.title, { displayName: titles.title }),
      column('text', FieldType.string, (e) => e.detail, { displayName: titles.text }),
      column('tags', FieldType.string, (e) => e.tags.filter((tag) => tag !== '').join(','), { displayName: titles.tags }),
      column('value', FieldType.number, (e) => e.value, { displayName: valueTitle, ...(unit !== undefined && { unit }) }),
      ...more.map(({ name: field, type, of, ...about }) => column(field, type, of, configOf(about))),
      column('key', FieldType.string, (e) => e.service, { displayName: 'Key', ...hiddenField }),
    ],
  };
}

function configOf({ title, unit, link, hidden }: Omit<EventColumn<never>, 'name' | 'type' | 'of'>): Field['config'] {
  const id = unit === undefined ? undefined : grafanaUnit(unit);
  return {
    displayName: title,
    ...(id !== undefined && { unit: id }),
    ...(link !== undefined && { links: [link] }),
    ...(hidden === true && hiddenField),
  };
}
