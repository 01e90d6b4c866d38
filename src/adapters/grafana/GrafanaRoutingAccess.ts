import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import { parseRoutingUrl } from '../../domain/routing/parseRoutingUrl';
import type { RoutingAccess, RoutingAccessStore } from '../../ports/RoutingAccess';
import type { SettingsProblem } from '../../ports/SettingsStore';
import { APP_ID } from './APP_ID';

const SETTINGS_URL = `/api/plugins/${APP_ID}/settings`;

/** Names that plugin.json's routes use. */
const URL_FIELD = 'routingUrl';
const TOKEN_FIELD = 'routingToken';

const answerShape = z.object({
  pinned: z.optional(z.boolean()),
  jsonData: z.nullish(z.record(z.string(), z.unknown())),
  secureJsonFields: z.nullish(z.record(z.string(), z.boolean())),
});

type Answer = z.infer<typeof answerShape>;

/**
 * `routingUrl` beside the other settings in `jsonData`, `routingToken` in `secureJsonData`. Grafana replaces `jsonData` as
 * a whole, so a save reads it first and hands everything else back as it was; secrets that are not sent stay.
 */
export class GrafanaRoutingAccess implements RoutingAccessStore {
  async load(): Promise<Result<RoutingAccess, SettingsProblem>> {
    const answer = await read();
    return answer.ok ? accessIn(answer.value) : answer;
  }

  async save(url: string | null, token: string | null): Promise<Result<RoutingAccess, SettingsProblem>> {
    const parsed = url === null ? ok(null) : parseRoutingUrl(url);
    if (!parsed.ok) {
      return err({ kind: 'invalid', field: URL_FIELD, message: parsed.error, raw: url });
    }
    if (token !== null && !/^[\x21-\x7e]+$/.test(token)) {
      return err({ kind: 'invalid', field: TOKEN_FIELD, message: 'The token must be printable characters without spaces.', raw: null });
    }
    const before = await read();
    if (!before.ok) {
      return before;
    }
    const { pinned = false, jsonData } = before.value;
    const { [URL_FIELD]: _old, ...others } = jsonData ?? {};
    const data = { enabled: true, pinned, jsonData: { ...others, ...(parsed.value !== null && { [URL_FIELD]: parsed.value }) }, ...(token !== null && { secureJsonData: { [TOKEN_FIELD]: token } }) };
    try {
      await lastValueFrom(getBackendSrv().fetch<unknown>({ url: SETTINGS_URL, method: 'POST', data, showErrorAlert: false, showSuccessAlert: false }));
    } catch (error) {
      return err(problemOf(error, 'saved'));
    }
    return this.load();
  }
}

function accessIn({ jsonData, secureJsonFields }: Answer): Result<RoutingAccess, SettingsProblem> {
  const stored = jsonData?.[URL_FIELD] ?? null;
  const tokenSet = secureJsonFields?.[TOKEN_FIELD] === true;
  if (stored === null || stored === '') {
    return ok({ url: null, tokenSet });
  }
  const parsed = typeof stored === 'string' ? parseRoutingUrl(stored) : err('The address of the routing endpoint must be text.');
  if (!parsed.ok) {
    return err({ kind: 'invalid', field: URL_FIELD, message: parsed.error, raw: stored });
  }
  // Grafana's proxy takes the stored text as it is, so that `http://keeper/` would ask for `//v1/…`.
  return parsed.value === stored
    ? ok({ url: parsed.value, tokenSet })
    : err({ kind: 'invalid', field: URL_FIELD, message: `The address must be ${parsed.value}, without spaces around it or a slash at its end: save it again.`, raw: stored });
}

async function read(): Promise<Result<Answer, SettingsProblem>> {
  try {
    const response = await lastValueFrom(getBackendSrv().fetch<unknown>({ url: SETTINGS_URL, method: 'GET', showErrorAlert: false }));
    const answer = answerShape.safeParse(response.data);
    return answer.success ? ok(answer.data) : err({ kind: 'unreachable', message: 'Grafana answered something else than the settings of an app, often a login page or a proxy. Reload the page.' });
  } catch (error) {
    return err(problemOf(error, 'read'));
  }
}

function problemOf(error: unknown, doing: 'read' | 'saved'): SettingsProblem {
  const status = isFetchError(error) ? error.status : 0;
  return status === 401 || status === 403
    ? { kind: 'forbidden', message: doing === 'saved' ? 'Only an Admin of this organization may set the routing endpoint.' : 'You may not read the settings of Headroom in this organization.' }
    : { kind: 'unreachable', message: `Grafana's settings could not be ${doing} (${status || 'no answer'}). Try again.` };
}
