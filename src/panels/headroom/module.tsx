import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { HeadroomPanel } from './HeadroomPanel';
import { defaultHeadroomOptions as defaults, type HeadroomOptions } from './HeadroomOptions';

const QUERIES = ['Plain queries'];
// Bars take unit and colour from the panel's own options; a standard option without effect would mislead.
const WITHOUT_EFFECT = Object.values(FieldConfigProperty).filter((property) => property !== FieldConfigProperty.Links);

export const plugin = new PanelPlugin<HeadroomOptions>(HeadroomPanel)
  .useFieldConfig({ disableStandardOptions: WITHOUT_EFFECT })
  .setPanelOptions((builder) =>
    builder
      .addRadio({
        path: 'groupBy',
        name: 'Group by',
        defaultValue: defaults.groupBy,
        settings: { options: [{ value: 'tier', label: 'Tier' }, { value: 'owner', label: 'Owner' }, { value: 'none', label: 'Nothing' }] },
      })
      .addSelect({
        path: 'sortBy',
        name: 'Order',
        description: 'Worst first has what is not known before what holds; by demand or capacity it comes last',
        defaultValue: defaults.sortBy,
        settings: {
          options: [
            { value: 'worst', label: 'Worst first' },
            { value: 'name', label: 'Name' },
            { value: 'demand', label: 'Greatest demand first' },
            { value: 'capacity', label: 'Greatest capacity first' },
          ],
        },
      })
      .addNumberInput({ path: 'limit', name: 'Limit', description: 'Services drawn at most, in the order above', defaultValue: defaults.limit, settings: { min: 1, max: 1000, integer: true } })
      .addRadio({
        path: 'scale',
        name: 'Length of bars',
        description: 'Each service against its own capacity, or all in one unit',
        defaultValue: defaults.scale,
        settings: { options: [{ value: 'capacity', label: 'Own capacity' }, { value: 'absolute', label: 'One unit' }] },
      })
      .addUnitPicker({ path: 'unit', name: 'Unit', description: 'Of demand and capacity', defaultValue: defaults.unit })
      .addBooleanSwitch({ path: 'showLegend', name: 'Legend', defaultValue: defaults.showLegend })
      .addTextInput({ path: 'roles.demand', category: QUERIES, name: 'Demand', description: 'Letter of the query that holds demand now', defaultValue: defaults.roles.demand })
      .addTextInput({ path: 'roles.capacity', category: QUERIES, name: 'Capacity', description: 'A service whose series ended, or has several, is not judged', defaultValue: defaults.roles.capacity })
      .addTextInput({ path: 'roles.ath', category: QUERIES, name: 'All-time high', description: 'Headroom is growth over it: without it a service can be short, but never hold', defaultValue: defaults.roles.ath })
      .addTextInput({ path: 'roles.eventDemand', category: QUERIES, name: 'Event demand', defaultValue: defaults.roles.eventDemand })
      .addTextInput({ path: 'roles.requiredCapacity', category: QUERIES, name: 'Required capacity', defaultValue: defaults.roles.requiredCapacity })
      .addTextInput({ path: 'serviceLabel', category: QUERIES, name: 'Service label', description: 'Label that names a service; empty: all labels but the tier together', defaultValue: defaults.serviceLabel })
      .addTextInput({ path: 'tierLabel', category: QUERIES, name: 'Tier label', defaultValue: defaults.tierLabel })
      .addNumberInput({ path: 'asked', category: QUERIES, name: 'Growth asked for', description: '0.25 asks for 25 % over the peak; less is low, less than none is short', defaultValue: defaults.asked, settings: { min: 0, max: 100, step: 0.05 } })
  );
