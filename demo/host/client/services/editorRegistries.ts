import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  type FieldConfigPropertyItem,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

const Nothing = () => null;

type Process = FieldConfigPropertyItem['process'];

const THRESHOLDS = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** Standard field options with Grafana's defaults. Nothing is ever edited here, so their editors are empty. */
const FIELD_OPTIONS: ReadonlyArray<readonly [id: string, process: Process, defaultValue?: unknown]> = [
  ['displayName', displayNameOverrideProcessor],
  ['unit', unitOverrideProcessor],
  ['min', numberOverrideProcessor],
  ['max', numberOverrideProcessor],
  ['fieldMinMax', booleanOverrideProcessor],
  ['decimals', numberOverrideProcessor],
  ['noValue', stringOverrideProcessor],
  ['color', identityOverrideProcessor, { mode: 'thresholds' }],
  ['mappings', valueMappingsOverrideProcessor, []],
  ['thresholds', thresholdsOverrideProcessor, THRESHOLDS],
  ['links', dataLinksOverrideProcessor, []],
  ['actions', dataLinksOverrideProcessor, []],
  ['filterable', booleanOverrideProcessor],
];

const EDITORS = [
  'text',
  'number',
  'boolean',
  'radio',
  'select',
  'multi-select',
  'slider',
  'unit',
  'color',
  'fieldColor',
  'icon',
  'links',
  'actions',
  'mappings',
  'stats-picker',
  'strings',
  'timezone',
  'field-name',
  'dashboard-uid',
  'data-source-picker',
  'thresholds',
  'enum-config',
  'location',
  'layers',
];

/** Panels with options cannot be built while these are empty. */
export function fillEditorRegistries(): void {
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: Nothing })));
  standardFieldConfigEditorRegistry.setInit(() =>
    FIELD_OPTIONS.map(([id, process, defaultValue]) => ({
      id,
      path: id,
      name: id,
      editor: Nothing,
      override: Nothing,
      process,
      defaultValue,
      settings: {},
      shouldApply: () => true,
      category: ['Standard options'],
    }))
  );
}
