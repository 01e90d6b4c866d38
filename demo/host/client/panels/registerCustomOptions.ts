import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';

const Nothing = () => null;

/** Declares a panel's own field options so that defaults and overrides under `custom` reach its fields. */
export function registerCustomOptions(
  builder: FieldConfigEditorBuilder<object>,
  defaults: Readonly<Record<string, unknown>>
): void {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({
      id: path,
      path,
      name: path,
      defaultValue,
      editor: Nothing,
      override: Nothing,
      process: identityOverrideProcessor,
      shouldApply: () => true,
    });
  }
}
