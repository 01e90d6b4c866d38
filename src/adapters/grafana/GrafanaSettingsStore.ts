import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import { parseSettings } from '../../domain/catalogue/parseSettings';
import { serializeSettings } from '../../domain/catalogue/serializeSettings';
import { SETTINGS_LIMIT } from '../../domain/catalogue/SETTINGS_LIMIT';
import type { Settings } from '../../domain/catalogue/Settings';
import type { SettingsProblem, SettingsStore, StoredSettings } from '../../ports/SettingsStore';
import { APP_ID } from './APP_ID';
import { canonicalJson } from './canonicalJson';
import { othersFields, ownFields } from './settingsFields';

const URL = `/api/plugins/${APP_ID}/settings`;

const answerShape = z.object({
  pinned: z.optional(z.boolean()),
  jsonData: z.nullish(z.record(z.string(), z.unknown())),
});

interface StoredDocument {
  readonly pinned: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/**
 * Settings in `jsonData` of the app. Grafana replaces that document as a whole and knows no revisions, so a save reads
 * what is stored once more, compares, writes back what belongs to others untouched, and reads the outcome again.
 * Between the comparison and the write stands one round trip, no more. Secrets are not sent, which leaves them as they are.
 */
export class GrafanaSettingsStore implements SettingsStore {
  async load(): Promise<Result<StoredSettings, SettingsProblem>> {
    const document = await read();
    return document.ok ? parsed(document.value) : document;
  }

  async save(settings: Settings, revision: string): Promise<Result<StoredSettings, SettingsProblem>> {
    const before = await read();
    if (!before.ok) {
      return before;
    }
    const { jsonData, pinned } = before.value;
    if (revisionIn(jsonData) !== revisionIn(parseRevision(revision))) {
      return err({
        kind: 'conflict',
        message: 'Somebody saved these settings since you opened them.',
        theirs: ownFields(jsonData),
      });
    }
    const own: unknown = JSON.parse(serializeSettings(settings));
    const next = { ...othersFields(jsonData), ...ownFields(own) };
    const bytes = bytesOf(next);
    if (bytes > SETTINGS_LIMIT) {
      return err({
        kind: 'too-large',
        message: `The settings take ${bytes} bytes; ${SETTINGS_LIMIT} are the most Grafana keeps safely. Replace exceptions by rules.`,
        bytes,
      });
    }
    const written = await write({ enabled: true, pinned, jsonData: next });
    return written.ok ? readBack(next) : written;
  }
}

async function readBack(sent: Readonly<Record<string, unknown>>): Promise<Result<StoredSettings, SettingsProblem>> {
  const after = await read();
  if (!after.ok) {
    return err({
      kind: 'unreachable',
      message: 'The settings were sent, but could not be read back: open this page again to see what is stored.',
    });
  }
  if (revisionIn(after.value.jsonData) !== revisionIn(sent)) {
    return err({
      kind: 'conflict',
      message: 'Somebody saved other settings at the same moment, after yours.',
      theirs: ownFields(after.value.jsonData),
    });
  }
  return parsed(after.value);
}

function parsed({ jsonData }: StoredDocument): Result<StoredSettings, SettingsProblem> {
  const stored = { revision: revisionIn(jsonData), bytes: bytesOf(jsonData) };
  const own = ownFields(jsonData);
  if (Object.keys(own).length === 0) {
    return ok({ ...stored, settings: null, migrated: null });
  }
  const outcome = parseSettings(own);
  return outcome.ok ? ok({ ...stored, ...outcome.value }) : err({ kind: 'invalid', ...outcome.error, raw: jsonData });
}

async function read(): Promise<Result<StoredDocument, SettingsProblem>> {
  try {
    const response = await lastValueFrom(
      getBackendSrv().fetch<unknown>({ url: URL, method: 'GET', showErrorAlert: false })
    );
    const answer = answerShape.safeParse(response.data);
    return answer.success
      ? ok({ pinned: answer.data.pinned ?? false, jsonData: answer.data.jsonData ?? {} })
      : err({
          kind: 'unreachable',
          message:
            'Grafana answered something else than the settings of an app, often a login page or a proxy. Reload the page.',
        });
  } catch (error) {
    return err(problemOf(error, 'read'));
  }
}

async function write(data: object): Promise<Result<null, SettingsProblem>> {
  try {
    await lastValueFrom(
      getBackendSrv().fetch<unknown>({ url: URL, method: 'POST', data, showErrorAlert: false, showSuccessAlert: false })
    );
    return ok(null);
  } catch (error) {
    return err(problemOf(error, 'save'));
  }
}

function problemOf(error: unknown, doing: 'read' | 'save'): SettingsProblem {
  const status = isFetchError(error) ? error.status : 0;
  if (status === 401 || status === 403) {
    return {
      kind: 'forbidden',
      message:
        doing === 'save'
          ? 'Only an Admin of this organization may save the settings of Headroom.'
          : 'You may not read the settings of Headroom in this organization.',
    };
  }
  if (status === 404) {
    return {
      kind: 'unreachable',
      message:
        'Grafana does not know the Headroom app in this organization: an Admin must enable it under Administration > Plugins.',
    };
  }
  const why = isFetchError(error) ? status || 'no answer' : String(error);
  return {
    kind: 'unreachable',
    message: `Grafana's settings could not be ${doing === 'read' ? 'read' : 'saved'} (${why}). Nothing is lost: try again.`,
  };
}

/** What a save compares: our fields, whatever the order of keys; the fields of others may change meanwhile. */
const revisionIn = (document: unknown): string => canonicalJson(ownFields(document));

function parseRevision(revision: string): unknown {
  try {
    return JSON.parse(revision);
  } catch {
    return null;
  }
}

const bytesOf = (document: unknown): number => new TextEncoder().encode(JSON.stringify(document)).length;
