import type { HostReply } from './HostReply';
import type { HostRequest } from './HostRequest';

export type Handler = (request: HostRequest) => HostReply | Promise<HostReply>;

interface Route {
  method: string;
  pattern: RegExp;
  names: readonly string[];
  handler: Handler;
}

const escapeText = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** First match wins. `:name` is one segment, a closing `*` is everything that follows; method `*` is any verb. */
export class Router {
  private readonly routes: Route[] = [];

  on(method: string, path: string, handler: Handler): this {
    const names: string[] = [];
    const source = path
      .split('/')
      .map((segment) => {
        if (segment === '*') {
          return '(?<rest>.*)';
        }
        if (segment.startsWith(':')) {
          names.push(segment.slice(1));
          return `(?<${segment.slice(1)}>[^/]+)`;
        }
        return escapeText(segment);
      })
      .join('/');
    this.routes.push({ method, pattern: new RegExp(`^${source}$`), names, handler });
    return this;
  }

  find(method: string, path: string): { handler: Handler; params: Record<string, string>; rest: string } | undefined {
    for (const route of this.routes) {
      const match = route.method === '*' || route.method === method ? route.pattern.exec(path) : null;
      if (match) {
        const groups = match.groups ?? {};
        const params = Object.fromEntries(route.names.map((name) => [name, decodeURIComponent(groups[name] ?? '')]));
        return { handler: route.handler, params, rest: groups.rest ?? '' };
      }
    }
    return undefined;
  }
}
