import type { Transport, TransportReply, TransportRequest } from './Transport';

/** Addresses longer than this are cut or refused by some proxies. */
const LONGEST_ADDRESS = 1_800;

type Call = Omit<TransportRequest, 'method'>;

/**
 * What was learned about how a data source wants to be asked: some servers know no POST, some refuse parameters they do
 * not know. Each is found out once.
 */
export class SourceManners {
  private readonly getOnly = new Set<string>();
  private readonly plain = new Set<string>();

  constructor(private readonly transport: Transport) {}

  /** Sends with statistics asked for, and without where they are refused. */
  async send(call: Call, signal: AbortSignal): Promise<TransportReply> {
    if (this.plain.has(call.source)) {
      return this.sendAs(call, signal);
    }
    const reply = await this.sendAs({ ...call, params: { ...call.params, stats: 'all' } }, signal);
    if (reply.status !== 400 || !/\bstats\b/.test(reply.body)) {
      return reply;
    }
    this.plain.add(call.source);
    return this.sendAs(call, signal);
  }

  /** Short questions by GET, long ones by POST where that is understood. */
  async sendAs(call: Call, signal: AbortSignal): Promise<TransportReply> {
    const short = new URLSearchParams(call.params).toString().length < LONGEST_ADDRESS;
    if (short || this.getOnly.has(call.source)) {
      return this.transport({ ...call, method: 'GET' }, signal);
    }
    const reply = await this.transport({ ...call, method: 'POST' }, signal);
    if (reply.status !== 405 && reply.status !== 404) {
      return reply;
    }
    const second = await this.transport({ ...call, method: 'GET' }, signal);
    if (second.status < 400) {
      this.getOnly.add(call.source);
    }
    return second;
  }
}
