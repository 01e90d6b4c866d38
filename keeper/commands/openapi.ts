import { contractDocument } from '../http/contractDocument';
import type { Command } from './Command';

export const openapi: Command = {
  name: 'openapi',
  usage: 'openapi               print the contract as an OpenAPI 3.1 document',
  run: async (_args, { print }) => {
    print(JSON.stringify(await contractDocument(), null, 2));
    return 0;
  },
};
