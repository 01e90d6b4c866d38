export type Environment = Readonly<Record<string, string | undefined>>;

/** `$NAME` and `${NAME}` as in Grafana's provisioning files: unset is empty, `$$` is a dollar sign. */
const expandText = (text: string, env: Environment): string =>
  text.replace(/\$\$|\$\{(\w+)\}|\$(\w+)/g, (match, braced: string | undefined, plain: string | undefined) =>
    match === '$$' ? '$' : (env[braced ?? plain ?? ''] ?? '')
  );

/** Expands every text of a parsed document; keys, numbers and flags stay as they are. */
export function expandVariables(value: unknown, env: Environment): unknown {
  if (typeof value === 'string') {
    return expandText(value, env);
  }
  if (Array.isArray(value)) {
    return value.map((each) => expandVariables(each, env));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expandVariables(each, env)]));
  }
  return value;
}
