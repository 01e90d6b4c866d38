import { HttpError } from '../http/HttpError';
import type { JsonObject } from '../http/jsonBody';
import type { Annotation } from '../state/Annotation';
import type { OrgState } from '../state/OrgState';
import { refuseLongTags, storedTags, tagsMatch } from './annotationTags';

const tagList = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : undefined;

const positive = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.floor(value) : 0);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Start before end, and an end even where only a point was given. */
function ordered(time: number, timeEnd: number): { time: number; timeEnd: number } {
  const end = timeEnd || time;
  const start = time || end;
  return start <= end ? { time: start, timeEnd: end } : { time: end, timeEnd: start };
}

export interface AnnotationSearch {
  from: number;
  to: number;
  limit: number;
  tags: readonly string[];
  matchAny: boolean;
  type: string;
  dashboardUID: string;
}

/** Annotations of one organization with Grafana's rules for writing, changing and finding them. */
export class AnnotationBook {
  private readonly state: OrgState;

  constructor(state: OrgState) {
    this.state = state;
  }

  add(command: JsonObject, login: string, now: number): number {
    // Grafana's times are whole numbers, as its decoder insists.
    if ([command.time, command.timeEnd].some((time) => typeof time === 'number' && !Number.isInteger(time))) {
      throw new HttpError(400, 'bad request data');
    }
    if (text(command.text) === '') {
      throw new HttpError(400, 'Failed to save annotation');
    }
    const id = this.state.nextId++;
    this.state.annotations.push({
      id,
      ...ordered(positive(command.time) || now, positive(command.timeEnd)),
      text: text(command.text),
      tags: storedTags(tagList(command.tags) ?? []),
      data: command.data,
      dashboardUID: text(command.dashboardUID),
      panelId: positive(command.panelId),
      login,
      created: now,
      updated: now,
    });
    return id;
  }

  /** PUT: text and tags become what was sent, even when nothing was; times and data only when sent. */
  replace(id: number, command: JsonObject, now: number): void {
    const tags = tagList(command.tags) ?? [];
    refuseLongTags(tags);
    this.update(id, now, { ...this.changed(this.byId(id), command), text: text(command.text), tags });
  }

  /** PATCH: only what was sent; an empty text counts as not sent. */
  patch(id: number, command: JsonObject, now: number): void {
    const before = this.byId(id);
    const tags = tagList(command.tags) ?? before.tags;
    refuseLongTags(tags);
    this.update(id, now, { ...this.changed(before, command), text: text(command.text) || before.text, tags });
  }

  /** Grafana says "deleted" of an annotation that was never there, too. */
  remove(id: number): void {
    this.state.annotations = this.state.annotations.filter((annotation) => annotation.id !== id);
  }

  byId(id: number): Annotation {
    const found = this.state.annotations.find((annotation) => annotation.id === id);
    if (!found) {
      throw new HttpError(404, 'Annotation not found');
    }
    return found;
  }

  /** Newest end first. The time filter needs both ends; there are no alert annotations here. */
  find(search: AnnotationSearch): Annotation[] {
    if (search.type === 'alert') {
      return [];
    }
    return this.state.annotations
      .filter(
        ({ time, timeEnd }) => !(search.from > 0 && search.to > 0) || (time <= search.to && timeEnd >= search.from)
      )
      .filter(({ dashboardUID }) => search.dashboardUID === '' || dashboardUID === search.dashboardUID)
      .filter(({ tags }) => tagsMatch(tags, search.tags, search.matchAny))
      .sort((a, b) => b.timeEnd - a.timeEnd || b.time - a.time)
      .slice(0, search.limit || 100);
  }

  private changed(before: Annotation, command: JsonObject) {
    return {
      ...ordered(positive(command.time) || before.time, positive(command.timeEnd) || before.timeEnd),
      data: command.data ?? before.data,
    };
  }

  private update(id: number, now: number, change: Partial<Annotation>): void {
    this.state.annotations = this.state.annotations.map((annotation) =>
      annotation.id === id ? { ...annotation, ...change, updated: now } : annotation
    );
  }
}
