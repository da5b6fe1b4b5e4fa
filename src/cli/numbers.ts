/** Numbers as options of the command line. */
import { Failure } from './failure.js';

/** undefined stays undefined: the option was not given. */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value))
    throw new Failure(`--${option} must be a whole number from 1 on, not "${text}"`);
  return value;
}
