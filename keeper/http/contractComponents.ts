import * as z from 'zod/mini';
import { auditListSchema, dryRunAnswerSchema, overrideAnswerSchema, problemSchema, renewAnswerSchema } from '../../src/domain/routing/answerSchema';
import { capabilitiesSchema } from '../../src/domain/routing/capabilitiesSchema';
import { poolListSchema, poolSchema } from '../../src/domain/routing/poolSchema';
import { acquireSchema, changeSchema, freezeSchema, renewSchema } from '../../src/domain/routing/requestSchema';

/** Every named shape of the contract. Keeper, client and document read the same schemas. */
export const CONTRACT_SHAPES = {
  Capabilities: capabilitiesSchema,
  Pool: poolSchema,
  PoolList: poolListSchema,
  Acquire: acquireSchema,
  Change: changeSchema,
  Renew: renewSchema,
  Freeze: freezeSchema,
  OverrideAnswer: overrideAnswerSchema,
  RenewAnswer: renewAnswerSchema,
  DryRunAnswer: dryRunAnswerSchema,
  AuditList: auditListSchema,
  Problem: problemSchema,
} as const;

export type ShapeName = keyof typeof CONTRACT_SHAPES;

/** The shapes as JSON Schema 2020-12, as OpenAPI 3.1 wants them. */
export function contractComponents(): Record<ShapeName, Record<string, unknown>> {
  const asJson = Object.entries(CONTRACT_SHAPES).map(([name, shape]) => {
    const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input' });
    return [name, schema];
  });
  return Object.fromEntries(asJson) as Record<ShapeName, Record<string, unknown>>;
}

export const reference = (name: ShapeName): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });
