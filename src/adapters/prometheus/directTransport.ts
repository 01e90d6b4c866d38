import { AbortError, isAbortError } from '../../ports/AbortError';
import type { Transport } from './Transport';

/** Straight to a Prometheus, without Grafana: for tests, the benchmark and other Node programs. */
export const directTransport =
  (addressOf: (source: string) => string): Transport =>
  async ({ source, path, method, params }, signal) => {
    const url = `${addressOf(source)}/${path}`;
    const form = new URLSearchParams(params);
    try {
      const response =
        method === 'GET' ? await fetch(`${url}?${form}`, { signal }) : await fetch(url, { method, body: form, signal });
      return { status: response.status, body: await response.text() };
    } catch (reason) {
      if (isAbortError(reason) || signal.aborted) {
        throw new AbortError();
      }
      return { status: 0, body: reason instanceof Error ? reason.message : String(reason) };
    }
  };
