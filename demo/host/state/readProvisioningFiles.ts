import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isJsonObject, type JsonObject } from '../http/jsonBody';
import { type Environment, expandVariables } from './expandVariables';

/** All entries under `key` in the YAML files of one folder, variables expanded, in file order. */
export function readProvisioningFiles(dir: string, key: string, env: Environment): JsonObject[] {
  if (!existsSync(dir)) {
    return [];
  }
  const files = readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  return files.flatMap((name) => {
    const document = expandVariables(parse(readFileSync(path.join(dir, name), 'utf8')), env);
    const entries = isJsonObject(document) ? document[key] : undefined;
    return Array.isArray(entries) ? entries.filter(isJsonObject) : [];
  });
}
