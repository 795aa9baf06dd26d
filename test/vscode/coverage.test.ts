// Comes last: every command was run by some test.

import { notExercised } from './commands';
import { equal } from './expect';

describe('the suites together', () => {
  it('run every command of the manifest', () => {
    equal(notExercised(), [], 'What no test runs');
  });
});
