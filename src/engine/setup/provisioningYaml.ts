/**
 * The file an administrator puts into `provisioning/plugins/`. The document is written as JSON, which YAML includes,
 * so that no value can break the indentation.
 * @param jsonData the document that Save would store
 */
export function provisioningYaml(appId: string, orgId: number, jsonData: unknown): string {
  const document = JSON.stringify(escapeVariables(jsonData), null, 2).replace(UNPRINTABLE, escapeCharacter);
  return [
    'apiVersion: 1',
    'apps:',
    `  - type: ${appId}`,
    `    org_id: ${orgId}`,
    '    disabled: false',
    `    jsonData: ${document.replaceAll('\n', '\n    ')}`,
    '',
  ].join('\n');
}

// YAML refuses these raw; JSON.stringify leaves them as they are.
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escapeCharacter = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

// Grafana expands $NAME and ${NAME} in provisioned values; `$$` stands for a dollar sign.
function escapeVariables(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll('$', '$$$$');
  }
  if (Array.isArray(value)) {
    return value.map(escapeVariables);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeVariables(item)]));
  }
  return value;
}
