import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { contractComponents, type ShapeName } from '../http/contractComponents';

/** A validator for each named shape of the published document. */
export function answerValidators(): Readonly<Record<ShapeName, ValidateFunction>> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const compiled = Object.entries(contractComponents()).map(([name, schema]) => [name, ajv.compile(schema)]);
  return Object.fromEntries(compiled) as Record<ShapeName, ValidateFunction>;
}
