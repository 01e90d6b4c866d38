import { HttpError } from './HttpError';
import type { HostRequest } from './HostRequest';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function jsonBody(request: HostRequest): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8') || '{}');
  } catch {
    throw new HttpError(400, 'bad request data');
  }
  if (!isJsonObject(value)) {
    throw new HttpError(400, 'bad request data');
  }
  return value;
}
