const AT_ONCE = 8;

/** Answers by member (`x-member`), and those of nobody by status, of `count` requests through a router. */
export async function sendRequests(port: number, count: number): Promise<Readonly<Record<string, number>>> {
  const by: Record<string, number> = {};
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      // One left over by an earlier batch may be closed by the router just as it is used again.
      const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
      await response.arrayBuffer();
      const name = response.headers.get('x-member') ?? `status ${response.status}`;
      by[name] = (by[name] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return by;
}
