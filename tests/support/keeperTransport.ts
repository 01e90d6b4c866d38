import type { RoutingTransport } from '../../src/adapters/routing/RoutingTransport';
import { AbortError } from '../../src/ports/AbortError';

/** Straight to a keeper with its token, without Grafana between: for tests and measurements. @param url without a slash at its end */
export const keeperTransport =
  (url: string, token: string): RoutingTransport =>
  async ({ method, path, query, headers, body }, signal) => {
    const json: Readonly<Record<string, string>> = body === undefined ? {} : { 'content-type': 'application/json' };
    try {
      const response = await fetch(`${url}/${path}?${new URLSearchParams(query)}`, {
        method,
        signal,
        headers: { ...headers, ...json, authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.text(), redirected: response.redirected };
    } catch (reason) {
      if (signal.aborted) {
        throw new AbortError();
      }
      return { status: 0, body: reason instanceof Error ? reason.message : String(reason), redirected: false };
    }
  };
