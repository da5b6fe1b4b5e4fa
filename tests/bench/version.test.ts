// Checking out another version to bench against.
import { expect, test } from 'vitest';
import { checkOut } from './version.js';

test('a commit that does not exist is refused with a sentence', () => {
  expect(() => checkOut('no-such-branch')).toThrow('There is no commit "no-such-branch" here.');
  expect(() => checkOut('--help')).toThrow('There is no commit "--help" here.');
});
