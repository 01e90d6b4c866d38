import { err, ok, type Result } from '../base/Result';
import { show } from './describeIssue';
import type { FieldProblem } from './FieldProblem';

export type SettingsDocument = Readonly<Record<string, unknown>>;

/** One step from a schema to the next. */
export interface Migration {
  readonly from: number;
  /** What it did, for the person who sees the page next. */
  readonly does: string;
  readonly apply: (document: SettingsDocument) => SettingsDocument;
}

export const CURRENT_SCHEMA = 1;

/** Every step there ever was, oldest first. Schema 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

export interface Migrated {
  readonly document: SettingsDocument;
  readonly migrated: string | null;
}

/**
 * Brings a document to the current schema, step by step. Without `schema` it is taken as current: that is how a file
 * written by hand looks. Newer ones are refused, since saving them here would lose what this version does not know.
 */
export function migrateSettings(
  document: SettingsDocument,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = CURRENT_SCHEMA
): Result<Migrated, FieldProblem> {
  const schema = document['schema'] ?? current;
  if (typeof schema !== 'number' || !Number.isInteger(schema)) {
    return err({ field: 'schema', message: `must be a whole number (found ${show(schema)})` });
  }
  if (schema > current) {
    return err({
      field: 'schema',
      message: `is ${schema}, written by a newer version; this one reads up to ${current}. Update the app, or restore older settings.`,
    });
  }
  return steps({ ...document, schema }, schema, migrations, current);
}

function steps(
  document: SettingsDocument,
  from: number,
  migrations: readonly Migration[],
  current: number
): Result<Migrated, FieldProblem> {
  let migrated: SettingsDocument = document;
  const done: string[] = [];
  for (let schema = from; schema < current; schema++) {
    const step = migrations.find((m) => m.from === schema);
    if (!step) {
      return err({ field: 'schema', message: `is ${from}, which no version of this app is known to have written` });
    }
    migrated = { ...step.apply(migrated), schema: schema + 1 };
    done.push(step.does);
  }
  return ok({ document: migrated, migrated: done.length === 0 ? null : done.join(' ') });
}
