export interface Reply {
  status: number;
  // Each test knows the shape of the answer it asks for.
  body: ReturnType<typeof JSON.parse>;
  headers: Headers;
}

/** Talks to a host as one of its users. */
export class HostClient {
  private readonly url: string;
  private readonly login: string;

  constructor(url: string, login: string) {
    this.url = url;
    this.login = login;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  async send(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body,
      headers: { cookie: `grafana_session=stand-in-${this.login}`, ...headers },
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), headers: response.headers };
  }
}

function parsed(text: string): Reply['body'] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
