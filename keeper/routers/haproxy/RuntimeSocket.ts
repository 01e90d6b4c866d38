import { connect } from 'node:net';

/** Where HAProxy takes runtime commands: path of a Unix socket, or `host:port`. */
export type RuntimeAddress = string;

const COMPLETE_END = '\n';
const MOST_BYTES = 16 * 1024 * 1024;

/** HAProxy could not be asked: nobody there, silence, or an answer that ends in the middle. */
export class RuntimeSocketError extends Error {
  override readonly name = 'RuntimeSocketError';
}

type Place = { readonly path: string } | { readonly host: string; readonly port: number };

/** @throws Error for an address that is neither a path nor `host:port` */
export function placeOf(address: RuntimeAddress): Place {
  if (address.startsWith('/') || address.startsWith('./')) {
    return { path: address };
  }
  const found = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(address);
  const port = Number(found?.[2]);
  if (!found?.[1] || port < 1 || port > 65_535) {
    throw new Error(`"${address}" is no address of a runtime socket: give a path that begins with "/" or "./", or host:port`);
  }
  return { host: found[1], port };
}

/** One runtime socket. Commands go one after the other, each on a connection of its own: HAProxy ends its answer by closing. */
export class RuntimeSocket {
  private readonly place: Place;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly address: RuntimeAddress,
    private readonly timeoutMs: number
  ) {
    this.place = placeOf(address);
  }

  /** The whole answer to one line of commands (several are joined by `;`). Rejects with a RuntimeSocketError. */
  ask(line: string): Promise<string> {
    const answer = this.last.then(() => this.exchange(line));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private exchange(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      let text = '';
      const fail = (why: string): void => {
        clearTimeout(timer);
        socket.destroy();
        reject(new RuntimeSocketError(`HAProxy at ${this.address}: ${why}`));
      };
      const timer = setTimeout(() => fail(`no whole answer within ${this.timeoutMs} ms`), this.timeoutMs);
      socket.setEncoding('utf8');
      socket.on('connect', () => socket.write(`${line}\n`));
      socket.on('error', (error) => fail(error.message));
      socket.on('data', (part: string) => {
        text += part;
        if (text.length > MOST_BYTES) {
          fail(`answered more than ${MOST_BYTES} bytes`);
        }
      });
      socket.on('end', () => {
        if (!text.endsWith(COMPLETE_END)) {
          fail('the answer ends in the middle');
          return;
        }
        clearTimeout(timer);
        socket.destroy();
        resolve(text);
      });
    });
  }
}
