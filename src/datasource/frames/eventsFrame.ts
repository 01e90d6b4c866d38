import { FieldType, type DataFrame, type Field } from '@grafana/data';
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

/** Rows for a table, in the columns annotations are made of: Grafana finds those by their display names. */
export function eventsFrame(name: string, events: readonly ServiceEvent[]): DataFrame {
  const unit = events[0] && grafanaUnit(events[0].unit);
  const column = (
    field: string,
    type: FieldType,
    of: (e: ServiceEvent) => unknown,
    config: Field['config'] = {}
  ): Field => ({ name: field, type, values: events.map(of), config });
  return {
    name,
    length: events.length,
    fields: [
      column('time', FieldType.time, (e) => e.at, { displayName: 'Time' }),
      column('timeEnd', FieldType.time, (e) => e.until),
      column('service', FieldType.string, (e) => serviceName(e.service), { displayName: 'Service', links: [rowLink] }),
      column('title', FieldType.string, (e) => escaped(e.title), { displayName: 'Title' }),
      column('text', FieldType.string, (e) => escaped(e.detail), { displayName: 'Text' }),
      column('tags', FieldType.string, (e) => e.tags.filter((tag) => tag !== '').join(','), { displayName: 'Tags' }),
      column('value', FieldType.number, (e) => e.value, { displayName: 'Value', ...(unit !== undefined && { unit }) }),
      column('key', FieldType.string, (e) => e.service, { displayName: 'Key', ...hiddenField }),
    ],
  };
}

/** Grafana draws the words of an annotation as HTML: names of services are data, not markup. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);
