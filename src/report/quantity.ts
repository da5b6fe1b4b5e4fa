/** How a measured number is written for people: one unit and one number of decimals for a whole row of a table. */
import { HOUR, MINUTE } from '../base/units.js';
import type { Unit } from '../metrics/measures.js';

export interface Scale {
  /** As written beside the number; empty for plain counts. */
  readonly unit: string;
  readonly factor: number;
  readonly digits: number;
}

/** Reads well for all of these values of one measure: judged by the middle of the smallest and the largest, on a ratio scale. */
export function scaleOf(unit: Unit, values: readonly number[]): Scale {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const middle = sizes.length === 0 ? 0 : Math.sqrt(Math.min(...sizes) * Math.max(...sizes));
  const { symbol, factor } = writtenAs(unit, middle);
  return { unit: symbol, factor, digits: unit === 'share' ? 1 : decimals(middle * factor) };
}

export function quantity(value: number, scale: Scale): string {
  const text = (value * scale.factor).toFixed(scale.digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function writtenAs(unit: Unit, middle: number): { symbol: string; factor: number } {
  switch (unit) {
    case 'seconds':
      if (middle < 5 * MINUTE) return { symbol: 's', factor: 1 };
      return middle < 2 * HOUR ? { symbol: 'min', factor: 1 / MINUTE } : { symbol: 'h', factor: 1 / HOUR };
    case 'share':
      return { symbol: '%', factor: 100 };
    case 'hours':
      return { symbol: 'h', factor: 1 };
    case 'perHour':
      return { symbol: '/h', factor: 1 };
    case 'ratio':
      return { symbol: '×', factor: 1 };
    case 'count':
    case 'number':
    case 'money':
      return { symbol: '', factor: 1 };
  }
}

function decimals(size: number): number {
  if (size >= 100 || size === 0) return 0;
  return size >= 10 ? 1 : 2;
}
