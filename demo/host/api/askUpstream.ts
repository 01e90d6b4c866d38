export interface Ask {
  url: URL;
  method: string;
  body?: BodyInit;
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
}

export type Answer =
  | { kind: 'answered'; response: Response }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'timeout' }
  | { kind: 'cancelled' };

function failure(error: unknown, caller: AbortSignal): Answer {
  if (caller.aborted) {
    return { kind: 'cancelled' };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { kind: 'timeout' };
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { kind: 'unreachable', reason: cause instanceof Error ? cause.message : String(cause) };
}

/** Ends with the caller or after a time. Not `AbortSignal.any`: Node 20 may collect the signals it joins, and then nothing ends. */
function patience(caller: AbortSignal, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException('the upstream took too long', 'TimeoutError'));
  setTimeout(end, timeoutMs).unref();
  caller.addEventListener('abort', () => controller.abort(caller.reason), { once: true });
  if (caller.aborted) {
    controller.abort(caller.reason);
  }
  return controller.signal;
}

/** One request to what stands behind Grafana. Ends with the caller's patience or the configured timeout, whichever comes first. */
export async function askUpstream(ask: Ask, timeoutMs: number, caller: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(ask.url, {
      method: ask.method,
      headers: {
        // Loopback: compressing would only cost time, and the body is passed on as it comes.
        'accept-encoding': 'identity',
        ...(ask.contentType === undefined ? {} : { 'content-type': ask.contentType }),
        ...ask.headers,
      },
      body: ask.method === 'GET' || ask.method === 'HEAD' ? undefined : ask.body,
      signal: patience(caller, timeoutMs),
      redirect: 'manual',
    });
    return { kind: 'answered', response };
  } catch (error) {
    return failure(error, caller);
  }
}
