import { connect } from 'node:net';

/** Where HAProxy takes runtime commands: path of a Unix socket, or `host:port`. */
export type RuntimeAddress = string;

const COMPLETE_END = '\n';
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_WAITING = 16;
/** Timers count in whole milliseconds of their own clock: one may fire this much before the time it was given, as a finer clock sees it. */
const TIMER_GRAIN_MS = 1;

/** HAProxy could not be asked: nobody there, silence, or an answer that ends in the middle. */
export class RuntimeSocketError extends Error {
  override readonly name = 'RuntimeSocketError';
}

/** A command was not sent, because by its turn a newer one had made it void. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
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

/**
 * One runtime socket. Commands go one after the other, each on a connection of its own: HAProxy ends its answer by closing.
 * While it hangs, few wait and none for longer than one exchange may take, since by then nobody listens any more.
 */
export class RuntimeSocket {
  private readonly place: Place;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    readonly address: RuntimeAddress,
    private readonly timeoutMs: number
  ) {
    this.place = placeOf(address);
  }

  /**
   * The whole answer to one line of commands (several are joined by `;`). Rejects with a RuntimeSocketError.
   * @param isWanted asked when the turn has come; if not, nothing is sent and the promise rejects with an OvertakenError
   */
  ask(line: string, isWanted: () => boolean = () => true): Promise<string> {
    if (this.waiting >= MOST_WAITING) {
      return Promise.reject(this.error(`${this.waiting} commands wait for an answer already`));
    }
    const asked = performance.now();
    this.waiting += 1;
    const answer = this.last.then(() => {
      this.waiting -= 1;
      if (performance.now() - asked >= this.timeoutMs - TIMER_GRAIN_MS) {
        throw this.error(`not sent: the commands before it took longer than ${this.timeoutMs} ms`);
      }
      if (!isWanted()) {
        throw new OvertakenError(line);
      }
      return this.askBeside(line);
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** As `ask`, without waiting for any other command: for what gives traffic back. */
  askBeside(line: string): Promise<string> {
    return this.exchange(line);
  }

  private error(why: string): RuntimeSocketError {
    return new RuntimeSocketError(`HAProxy at ${this.address}: ${why}`);
  }

  private exchange(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      let text = '';
      const fail = (why: string): void => {
        clearTimeout(timer);
        socket.destroy();
        reject(this.error(why));
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
