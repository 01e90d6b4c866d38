import { yamlScalar } from '../promql/yamlScalar';

/** What a file is made of. Undefined fields are left out. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;
/** Lines that a literal block keeps exactly: printable ASCII, not blank at either end of the text. */
const BLOCK = /^(?=[^\s])[\x20-\x7e\n]*[^\s]$/;

/** Block-style YAML of plain data; texts are quoted, long texts of several lines stand as they are. */
export const yamlDocument = (value: { readonly [key: string]: YamlValue | undefined }): string => `${mapping(value, 0).join('\n')}\n`;

function mapping(map: { readonly [key: string]: YamlValue | undefined }, indent: number): string[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : entry(`${pad(indent)}${keyText(key)}:`, value, indent)));
}

function entry(head: string, value: YamlValue, indent: number): string[] {
  if (typeof value !== 'object') {
    return scalar(head, value, indent);
  }
  const inner = Array.isArray(value) ? sequence(value as readonly YamlValue[], indent + 2) : mapping(value as { readonly [key: string]: YamlValue | undefined }, indent + 2);
  return inner.length === 0 ? [`${head} ${Array.isArray(value) ? '[]' : '{}'}`] : [head, ...inner];
}

function scalar(head: string, value: string | number | boolean, indent: number): string[] {
  if (typeof value === 'string' && value.includes('\n') && BLOCK.test(value)) {
    return [`${head} |-`, ...value.split('\n').map((line) => pad(indent + 2) + line)];
  }
  return [`${head} ${typeof value === 'string' ? yamlScalar(value) : String(value)}`];
}

/** The first line of an item stands beside its dash. */
function sequence(items: readonly YamlValue[], indent: number): string[] {
  return items.flatMap((item) => {
    if (typeof item !== 'object' || Array.isArray(item)) {
      return entry(`${pad(indent)}-`, item, indent);
    }
    const lines = mapping(item as { readonly [key: string]: YamlValue | undefined }, indent + 2);
    return lines.length === 0 ? [`${pad(indent)}- {}`] : lines.map((line, i) => (i === 0 ? `${pad(indent)}- ${line.trimStart()}` : line));
  });
}

const keyText = (key: string): string => (PLAIN_KEY.test(key) ? key : yamlScalar(key));

const pad = (indent: number): string => ' '.repeat(indent);
