import { createServer, type Server, type Socket } from 'node:net';
import { HaproxySocketRouter } from './HaproxySocketRouter';
import { OvertakenError, placeOf, RuntimeSocket } from './RuntimeSocket';

type Answer = (line: string, socket: Socket) => void;

/** Longer than any answer of these tests needs, on however busy a machine. */
const LONG_MS = 60_000;
/** What a test waits for to its end: still long enough that a busy machine makes the connection within it. */
const SHORT_MS = 1000;

const servers: Server[] = [];

/** Something that listens where HAProxy should. */
async function listen(answer: Answer): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').once('data', (line: string) => answer(line.trim(), socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('addresses of runtime sockets', () => {
  it.each([
    ['/run/haproxy/admin.sock', { path: '/run/haproxy/admin.sock' }],
    ['./haproxy.sock', { path: './haproxy.sock' }],
    ['127.0.0.1:9999', { host: '127.0.0.1', port: 9999 }],
    ['[::1]:9999', { host: '::1', port: 9999 }],
    ['router-1.example:65535', { host: 'router-1.example', port: 65_535 }],
  ])('%s', (address, place) => {
    expect(placeOf(address)).toEqual(place);
  });

  it.each(['', 'haproxy.sock', ':9999', 'host:', 'host:0', 'host:65536', 'host:port'])('%j is refused with what is needed', (address) => {
    expect(() => placeOf(address)).toThrow(/begins with "\/" or "\.\/", or host:port/);
  });
});

describe('runtime socket', () => {
  it('gives the whole answer, in however many parts it comes', async () => {
    const address = await listen((_, socket) => {
      socket.write('Pid: ');
      setTimeout(() => socket.end('1\n\n'), 10);
    });
    expect(await new RuntimeSocket(address, LONG_MS).ask('show info')).toBe('Pid: 1\n\n');
  });

  it('sends one command at a time, and goes on after one that failed', async () => {
    const open = new Set<Socket>();
    let most = 0;
    const address = await listen((line, socket) => {
      open.add(socket);
      most = Math.max(most, open.size);
      setTimeout(() => {
        open.delete(socket);
        line === 'bad' ? socket.destroy() : socket.end(`${line}\n`);
      }, 5);
    });
    const socket = new RuntimeSocket(address, LONG_MS);
    const results = await Promise.allSettled(['one', 'bad', 'two', 'three'].map((line) => socket.ask(line)));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual(['one\n', 'failed', 'two\n', 'three\n']);
    expect(most).toBe(1);
  });

  it('sends what gives traffic back beside a command that has no answer', async () => {
    const stalled: Socket[] = [];
    const address = await listen((line, socket) => (line === 'slow' ? stalled.push(socket) : socket.end(`${line}\n`)));
    const socket = new RuntimeSocket(address, LONG_MS);
    const slow = socket.ask('slow');
    expect(await socket.askBeside('back')).toBe('back\n');
    stalled.forEach((one) => one.end('slow\n'));
    expect(await slow).toBe('slow\n');
  });

  it('lets few commands wait, and none longer than one may take', async () => {
    const lines: string[] = [];
    const address = await listen((line) => lines.push(line));
    const socket = new RuntimeSocket(address, SHORT_MS);
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => socket.ask(`show ${index}`)));
    const reasons = results.map((result) => (result.status === 'rejected' ? String(result.reason) : 'answered'));
    expect(lines).toEqual(['show 0']);
    expect(reasons.slice(0, 2)).toEqual([expect.stringContaining(`no whole answer within ${SHORT_MS} ms`), expect.stringContaining('not sent: the commands before it took longer')]);
    expect(reasons.at(-1)).toContain('16 commands wait for an answer already');
  });

  it.each([
    ['a command that waited its whole time but for the grain of a timer is not sent', SHORT_MS - 0.6, ['one']],
    ['one that waited nearly its whole time is', SHORT_MS - 2, ['one', 'two']],
  ])('%s', async (_, waitedMs, sent) => {
    const lines: string[] = [];
    const address = await listen((line, socket) => {
      lines.push(line);
      socket.end(`${line}\n`);
    });
    // Two are asked, the first has its turn at once, the second when that time is over.
    const clock = jest.spyOn(performance, 'now').mockReturnValue(waitedMs).mockReturnValueOnce(0).mockReturnValueOnce(0).mockReturnValueOnce(0);
    const socket = new RuntimeSocket(address, SHORT_MS);
    await Promise.allSettled([socket.ask('one'), socket.ask('two')]);
    clock.mockRestore();
    expect(lines).toEqual(sent);
  });

  it('does not send what was overtaken while it waited', async () => {
    const lines: string[] = [];
    const address = await listen((line, socket) => {
      lines.push(line);
      setTimeout(() => socket.end(`${line}\n`), 10);
    });
    const socket = new RuntimeSocket(address, LONG_MS);
    let isWanted = true;
    const first = socket.ask('one');
    const second = socket.ask('two', () => isWanted);
    isWanted = false;
    await expect(second).rejects.toThrow(OvertakenError);
    expect([await first, lines]).toEqual(['one\n', ['one']]);
  });

  it.each<[string, Answer, RegExp]>([
    ['closes without a word', (_, socket) => socket.end(), /ends in the middle/],
    ['ends in the middle', (_, socket) => socket.end('Pid: 1\nUpti'), /ends in the middle/],
    ['breaks off', (_, socket) => socket.resetAndDestroy(), /reset|ECONN/i],
  ])('fails when the other side %s', async (_, answer, why) => {
    const address = await listen(answer);
    await expect(new RuntimeSocket(address, LONG_MS).ask('show info')).rejects.toThrow(why);
  });

  it.each<[string, Answer]>([
    ['says nothing', () => undefined],
    ['says half and stays', (_, socket) => socket.write('Pid: 1\n')],
  ])('does not wait for ever when the other side %s', async (_, answer) => {
    const address = await listen(answer);
    await expect(new RuntimeSocket(address, SHORT_MS).ask('show info')).rejects.toThrow(`within ${SHORT_MS} ms`);
  });

  it('fails when nobody listens, and names the address', async () => {
    const address = await listen(() => undefined);
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
    await expect(new RuntimeSocket(address, LONG_MS).ask('show info')).rejects.toThrow(address);
    await expect(new RuntimeSocket('/nowhere/haproxy.sock', LONG_MS).ask('show info')).rejects.toThrow('/nowhere/haproxy.sock');
  });
});

describe('HAProxy adapter before odd answers', () => {
  const write = { fence: 1, weights: { a: 25 }, baseline: { a: 100 }, ttlMs: 1000 };

  it.each([
    ['a refusal', 'No such server.\n\n', '', 'failed'],
    ['success that a read-back does not show', '\n', '100 (initial 100)\n\n', 'ignored'],
    ['success', '\n', '25 (initial 100)\n\n', 'applied'],
  ])('tells %s', async (_, toSet, toGet, kind) => {
    const address = await listen((line, socket) => socket.end(line.startsWith('set') ? toSet : toGet));
    expect((await new HaproxySocketRouter({ socket: address, timeoutMs: LONG_MS }).write('shop', write)).kind).toBe(kind);
  });

  it('gives back while a look and a raise have no answer, and never sends a raise that waited until after it', async () => {
    const lines: string[] = [];
    const stalled: Socket[] = [];
    let weight = 100;
    const address = await listen((line, socket) => {
      lines.push(line);
      if (line.startsWith('show') || line.endsWith('weight 25')) {
        stalled.push(socket);
        return;
      }
      const set = / weight (\d+)$/.exec(line)?.[1];
      weight = Number(set ?? weight);
      socket.end(set === undefined ? `${weight} (initial 100)\n\n` : '\n');
    });
    const router = new HaproxySocketRouter({ socket: address, timeoutMs: LONG_MS });
    const look = router.read('shop');
    look.catch(() => undefined);
    const first = router.write('shop', write);
    first.catch(() => undefined);
    const second = router.write('shop', { ...write, fence: 2, weights: { a: 30 } });
    expect(await router.write('shop', { fence: 3, weights: { a: 100 }, baseline: { a: 100 }, ttlMs: 0 })).toEqual({ kind: 'applied' });
    stalled.forEach((socket) => socket.destroy());
    expect(await second).toEqual({ kind: 'stale-fence' });
    expect(lines.filter((line) => line.endsWith('weight 30'))).toEqual([]);
  });

  it.each(['a;show info', 'a\nshow info', '', 'a b', 'a/b'])('never sends a name that could end a command: %j', async (name) => {
    const lines: string[] = [];
    const address = await listen((line, socket) => {
      lines.push(line);
      socket.end('\n');
    });
    const router = new HaproxySocketRouter({ socket: address, timeoutMs: LONG_MS });
    await expect(router.read(name)).rejects.toThrow(/no name that HAProxy could have/);
    await expect(router.write('shop', { ...write, weights: { [name]: 1 } })).rejects.toThrow(/no name/);
    expect(lines).toEqual([]);
  });

  it('describes what it would send', () => {
    const router = new HaproxySocketRouter({ socket: '/run/haproxy.sock' });
    expect(router.describe('shop', { ...write, weights: { a: 25, b: 30 } })).toBe('set server shop/a weight 25\nset server shop/b weight 30');
  });
});
