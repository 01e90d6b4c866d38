import type { ArithmeticLine } from './ArithmeticLine';
import { base } from './base';
import { capacityOf } from './capacityOf';
import type { CapacityInputs, SurvivalRule } from './CapacityInputs';
import { checkCapacityInputs } from './checkCapacityInputs';
import { designDemand } from './designDemand';
import { explainBase } from './explainBase';
import { explainMargins } from './explainMargins';
import { plainPeak } from './plainPeak';
import { requiredInstances } from './requiredInstances';
import { survivors } from './survivors';
import { writeNumber as w } from './writeNumber';

/**
 * The capacity arithmetic (design/product) line by line, in the order a person would do it. Every result is the one
 * the functions of this folder give for the same inputs. Growths are left out when there is no demand.
 * @throws RangeError naming a bad input
 */
export function explainArithmetic(inputs: CapacityInputs): ArithmeticLine[] {
  checkCapacityInputs(inputs);
  return [
    ...explainDemand(inputs),
    ...explainBase('base', 'r', inputs.reserve, inputs),
    ...explainBase('base after loss', "r'", inputs.degradedReserve, inputs),
    explainRequired(inputs),
    explainSpare(inputs),
    explainSurvivors(inputs),
    explainCapacity(inputs),
    ...explainMargins(inputs),
  ];
}

function explainDemand(inputs: CapacityInputs): ArithmeticLine[] {
  const peak = plainPeak(inputs);
  return [
    {
      name: 'plain peak',
      formula: 'Lb = L × b',
      substituted: `${w(inputs.peakBasis)} × ${w(inputs.burst)}`,
      result: peak,
      unit: 'reqps',
    },
    {
      name: 'design demand',
      formula: 'D = Lb × k',
      substituted: `${w(peak)} × ${w(inputs.eventFactor)}`,
      result: designDemand(inputs),
      unit: 'reqps',
    },
  ];
}

function explainRequired(inputs: CapacityInputs): ArithmeticLine {
  const demand = designDemand(inputs);
  const whole = base(demand, inputs.reserve, inputs);
  const afterLoss = base(demand, inputs.degradedReserve, inputs);
  return {
    name: 'required',
    formula: `least n with n ≥ base and ${survivorsFormula(inputs.survival, 'n')} ≥ base after loss`,
    substituted: `least n with n ≥ ${whole} and ${survivorsFormula(inputs.survival, 'n', true)} ≥ ${afterLoss}`,
    result: requiredInstances(inputs),
    unit: 'instances',
  };
}

function explainSpare(inputs: CapacityInputs): ArithmeticLine {
  const required = requiredInstances(inputs);
  return {
    name: 'spare',
    formula: 'deployed - required',
    substituted: `${inputs.deployed} - ${required}`,
    result: inputs.deployed - required,
    unit: 'instances',
  };
}

function explainSurvivors(inputs: CapacityInputs): ArithmeticLine {
  return {
    name: 'survivors',
    formula: survivorsFormula(inputs.survival, 'n'),
    substituted: survivorsFormula(inputs.survival, String(inputs.deployed), true),
    result: survivors(inputs.deployed, inputs.survival),
    unit: 'instances',
  };
}

function explainCapacity(inputs: CapacityInputs): ArithmeticLine {
  const rate = w(capacityOf(1, { ...inputs, skew: 1, reserve: 0, degradedReserve: 0, survival: { kind: 'none' } }));
  const left = survivors(inputs.deployed, inputs.survival);
  return {
    name: 'capacity',
    formula: "min(n × q × (1 - r), survivors × q × (1 - r')) / s",
    substituted:
      `min(${inputs.deployed} × ${rate} × ${w(1 - inputs.reserve)}, ` +
      `${left} × ${rate} × ${w(1 - inputs.degradedReserve)}) / ${w(inputs.skew)}`,
    result: capacityOf(inputs.deployed, inputs),
    unit: 'reqps',
  };
}

function survivorsFormula(rule: SurvivalRule, n: string, numbers = false): string {
  switch (rule.kind) {
    case 'zone':
      return `${n} - ceil(${n} / ${numbers ? rule.zones : 'z'})`;
    case 'n+1':
      return `${n} - 1`;
    case 'none':
      return n;
  }
}
