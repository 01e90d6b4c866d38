/** @jest-environment node */
import { createServer, type AddressInfo } from 'node:net';
import { requireFreePorts } from './requireFreePorts';

describe('free ports', () => {
  it('are required by number, purpose and the option that moves them', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const named = { port, what: 'Prometheus', option: '--prometheus-port' };
    await expect(requireFreePorts([named])).rejects.toThrow(
      new RegExp(`Port ${port} \\(Prometheus\\) is taken.*--prometheus-port`)
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePorts([named])).resolves.toBeUndefined();
  });
});
