import { connect, createServer, type Server } from 'node:net';

/** Longer names of sockets are cut off, or refused. */
const MOST_BYTES = 100;

/**
 * A socket beside a lock file on which its holder listens. Whether anybody does is known to the kernel at once, whatever container
 * asks, and also of a process that is stopped: so a dead holder of the same machine need not be waited for.
 */
export class LockVoice {
  private constructor(private readonly server: Server) {}

  /** Null where no socket can be had: name too long, or not that kind of file system. */
  static async raise(path: string): Promise<LockVoice | null> {
    if (Buffer.byteLength(path) > MOST_BYTES) {
      return null;
    }
    const server = createServer((socket) => socket.destroy()).unref();
    return new Promise((resolve) => {
      // Stays: a later failure to accept must not end the process.
      server.on('error', () => resolve(null));
      server.listen(path, () => resolve(new LockVoice(server)));
    });
  }

  /** Whether anybody listens there; null = it cannot be told. Only to be asked on the machine of the one who may. */
  static async isHeard(path: string): Promise<boolean | null> {
    if (Buffer.byteLength(path) > MOST_BYTES) {
      return null;
    }
    return new Promise((resolve) => {
      const socket = connect(path);
      const end = (heard: boolean | null) => {
        socket.destroy();
        resolve(heard);
      };
      socket.once('connect', () => end(true));
      socket.once('error', ({ code }: NodeJS.ErrnoException) => end(code === 'ECONNREFUSED' ? false : null));
    });
  }

  /** The socket's file goes with it. */
  async end(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
