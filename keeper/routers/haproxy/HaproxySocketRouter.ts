import { FenceBook } from '../FenceBook';
import type { RouterAdapter, RouterReading, RouterTraits, RouterWrite, WriteResult } from '../RouterAdapter';
import { answerSections, backendNames, excerpt, incarnationOf, type RuntimeRow, tableRows, weightAnswer } from './runtimeAnswers';
import { OvertakenError, type RuntimeAddress, RuntimeSocket } from './RuntimeSocket';
import { serverMembers } from './serverMembers';

export interface HaproxySocketOptions {
  readonly socket: RuntimeAddress;
  /** For one exchange. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 2000;
const SERVERS_ONLY = '4 -1';
const NAME = /^[\w.:-]{1,100}$/;

/** Names go into a line of commands: what could end a command or begin another is turned away. */
function nameOf(text: string, what: string): string {
  if (!NAME.test(text)) {
    throw new Error(`${what} ${JSON.stringify(text)} is no name that HAProxy could have: letters, digits and _ . : - only`);
  }
  return text;
}

/** One HAProxy process through its runtime socket. It keeps no lease: who wrote last must come back. */
export class HaproxySocketRouter implements RouterAdapter {
  readonly traits: RouterTraits = {
    adapter: 'haproxy-socket',
    verification: 'router',
    propagationMs: { typical: 5, max: 1000 },
    kinds: ['instance', 'version'],
    singleWriter: 'assumed',
    leaseEnforcedBy: 'keeper',
    weight: { min: 0, max: 256, step: 1 },
  };
  /** Raises wait for raises and looks for looks, so that neither holds up the other; what gives traffic back waits for nothing. */
  private readonly raises: RuntimeSocket;
  private readonly looks: RuntimeSocket;
  private readonly fences = new FenceBook();

  constructor({ socket, timeoutMs = TIMEOUT_MS }: HaproxySocketOptions) {
    this.raises = new RuntimeSocket(socket, timeoutMs);
    this.looks = new RuntimeSocket(socket, timeoutMs);
  }

  async pools(): Promise<readonly string[]> {
    return backendNames(await this.looks.ask('show backend'));
  }

  async read(pool: string): Promise<RouterReading> {
    const backend = nameOf(pool, 'pool');
    const seen = await this.look(backend, backend);
    const [id] = seen.states.map((row) => row.be_id);
    // By name HAProxy finds the frontend when it is named as the backend, and a frontend has no servers.
    const { info, states, stats } = seen.stats.length === 0 && id !== undefined ? await this.look(backend, id) : seen;
    return { members: serverMembers(states, stats), lease: null, incarnation: incarnationOf(info), agreed: true };
  }

  async write(pool: string, write: RouterWrite): Promise<WriteResult> {
    if (!this.fences.admit(pool, write)) {
      return { kind: 'stale-fence' };
    }
    try {
      return await this.carryOut(pool, write);
    } catch (error) {
      if (error instanceof OvertakenError) {
        return { kind: 'stale-fence' };
      }
      throw error;
    }
  }

  prolong(): Promise<WriteResult> {
    return Promise.resolve({ kind: 'applied' });
  }

  describe(pool: string, { weights }: RouterWrite): string {
    return Object.entries(weights)
      .map(([member, weight]) => `set server ${pool}/${member} weight ${weight}`)
      .join('\n');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** @param proxy name or number by which statistics are asked for. */
  private async look(backend: string, proxy: string): Promise<{ readonly info: string; readonly states: readonly RuntimeRow[]; readonly stats: readonly RuntimeRow[] }> {
    const text = await this.looks.ask(`show info;show servers state ${backend};show stat ${proxy} ${SERVERS_ONLY}`);
    const [info = '', states = '', stats = ''] = answerSections(text, 3);
    return { info, states: tableRows(states, ' '), stats: tableRows(stats, ',').filter(({ pxname }) => pxname === backend) };
  }

  private async carryOut(pool: string, write: RouterWrite): Promise<WriteResult> {
    const isWanted = () => this.fences.isWanted(pool, write);
    for (const [member, weight] of Object.entries(write.weights)) {
      const server = `${nameOf(pool, 'pool')}/${nameOf(member, 'member')}`;
      if (!isWanted()) {
        return { kind: 'stale-fence' };
      }
      const set = `set server ${server} weight ${weight}`;
      const said = await (write.ttlMs > 0 ? this.raises.ask(set, isWanted) : this.raises.askBeside(set));
      if (said.trim() !== '') {
        return { kind: 'failed', detail: `HAProxy refused weight ${weight} for ${server}: ${excerpt(said)}` };
      }
      const { current } = weightAnswer(await this.raises.askBeside(`get weight ${server}`));
      if (current !== weight) {
        return { kind: 'ignored', detail: `${server} was given weight ${weight} and still has ${current}` };
      }
    }
    return { kind: 'applied' };
  }
}
