import type { OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

export interface HostReply {
  status: number;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer | Readable;
}

const NO_STORE = { 'cache-control': 'no-store' };

export const json = (value: unknown, status = 200): HostReply => ({
  status,
  headers: { 'content-type': 'application/json', ...NO_STORE },
  body: JSON.stringify(value),
});

/** Grafana's usual body for an outcome told in words. */
export const message = (text: string, status: number): HostReply => json({ message: text }, status);

export const html = (markup: string, headers: OutgoingHttpHeaders = {}): HostReply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...NO_STORE, ...headers },
  body: markup,
});

export const redirect = (location: string, headers: OutgoingHttpHeaders = {}): HostReply => ({
  status: 302,
  headers: { location, ...NO_STORE, ...headers },
});
