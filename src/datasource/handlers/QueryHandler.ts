import type { DataFrame } from '@grafana/data';
import type { Labels } from '../../domain/base/Labels';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Unit } from '../../domain/base/Unit';
import type { FleetColumnName } from '../../domain/capacity/fleetColumns';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { CurveKind, Curves } from '../../engine/datasource/Curves';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import type { AthVoid } from '../../ports/AthStore';
import type { StoredBenchmark } from '../../ports/BenchmarkStore';
import type { Format } from '../HeadroomQuery';
import type { ReadyQuery } from '../readQuery';
import type { LinePoint } from './LinePoint';

/** One line of one service. */
export interface Line {
  /** Field name; with the labels it identifies the line. */
  readonly name: string;
  readonly unit: Unit;
  /** Beside those of the service. */
  readonly labels?: Labels;
  readonly points: readonly LinePoint[];
}

/** What a line is drawn from. */
export interface LineContext {
  readonly query: ReadyQuery;
  readonly range: TimeWindow;
  /** Where the figures of now stand; null when the range does not reach them. */
  readonly nowAt: number | null;
  /** Benchmarks people declared or load tests left, of this service. */
  readonly benchmarks: readonly StoredBenchmark[];
  /** Peaks of this service that a person declared void. */
  readonly voids: readonly AthVoid[];
}

interface Described {
  readonly title: string;
  /** One line for the query editor. */
  readonly description: string;
}

/** Asks for something of each service: a line or a row. */
export interface ServicesHandler extends Described {
  readonly kind: 'services';
  /** Unless the query says otherwise. */
  readonly format: Format;
  /** What lines are drawn from; without lines there are rows only. */
  readonly curves: (query: ReadyQuery) => readonly CurveKind[];
  readonly lines: ((row: FleetRow, curves: Curves, context: LineContext) => readonly Line[]) | null;
  readonly columns: readonly FleetColumnName[];
}

/** Asks for events: rows with a time. */
export interface EventsHandler extends Described {
  readonly kind: 'events';
  readonly loadTests: boolean;
  readonly frame: (answer: FeedAnswer, range: TimeWindow, query: Pick<ReadyQuery, 'annotation'>) => DataFrame;
}

export type QueryHandler = ServicesHandler | EventsHandler;
