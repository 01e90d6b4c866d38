import { createReadStream } from 'node:fs';

/** Where an event stands in the file. */
export interface AuditPlace {
  readonly id: number;
  readonly pool: string | null;
  /** Bytes from the beginning of the file, and of the line without its end. */
  readonly offset: number;
  readonly length: number;
}

/** Reads one line of the log; null for one that is no event. */
export type ReadLine = (line: string) => { readonly id: number; readonly pool: string | null } | null;

/** Where every event stands, so that the file is read through once and not with every question. */
export class AuditIndex {
  private readonly later: AuditPlace[] = [];
  private earlier: Promise<readonly AuditPlace[]> | null = null;

  /** @param end length of the file when it was opened; what is appended after that is told by `add` */
  constructor(
    private readonly path: string,
    private readonly end: number,
    private readonly readLine: ReadLine
  ) {}

  add(place: AuditPlace): void {
    this.later.push(place);
  }

  /** Oldest first: places of events with a greater number than `after`, of one pool or of all, at most `limit`. */
  async find(pool: string | null, after: number, limit: number): Promise<readonly AuditPlace[]> {
    this.earlier ??= this.scan().catch((reason: unknown) => {
      this.earlier = null;
      throw reason;
    });
    const found: AuditPlace[] = [];
    for (const places of [await this.earlier, this.later]) {
      for (let at = firstAfter(places, after); at < places.length && found.length < limit; at += 1) {
        const place = places[at];
        if (place !== undefined && (pool === null || place.pool === pool)) {
          found.push(place);
        }
      }
    }
    return found;
  }

  private async scan(): Promise<readonly AuditPlace[]> {
    const places: AuditPlace[] = [];
    if (this.end === 0) {
      return places;
    }
    let rest = Buffer.alloc(0);
    let offset = 0;
    for await (const part of createReadStream(this.path, { end: this.end - 1 })) {
      rest = Buffer.concat([rest, part as Buffer]);
      let begin = 0;
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, begin)) {
        const event = this.readLine(rest.toString('utf8', begin, end));
        if (event !== null) {
          places.push({ id: event.id, pool: event.pool, offset: offset + begin, length: end - begin });
        }
        begin = end + 1;
      }
      rest = rest.subarray(begin);
      offset += begin;
    }
    return places;
  }
}

/** Numbers only grow, so the place is found by halves. */
function firstAfter(places: readonly AuditPlace[], after: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.id ?? Number.POSITIVE_INFINITY) > after) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
