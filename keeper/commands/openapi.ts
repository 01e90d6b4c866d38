import type { Command } from './Command';

export const openapi: Command = {
  name: 'openapi',
  usage: 'openapi               print the contract as an OpenAPI 3.1 document',
  run: async (_args, { print }) => {
    // Not with the others: a keeper that starts has something to give back first.
    const { contractDocument } = await import('../http/contractDocument');
    print(JSON.stringify(await contractDocument(), null, 2));
    return 0;
  },
};
