// Comes last: every command was run by some test, and no test changed a source.

import { notExercised } from './commands';
import { equal } from './expect';
import { sourcesBefore } from './sources';
import { bytesUnder } from './workspace';

describe('the suites together', () => {
  it('run every command of the manifest', () => {
    equal(notExercised(), [], 'What no test runs');
  });

  it('leave the five sources as they were, byte for byte', async () => {
    const before = sourcesBefore();
    const now = await bytesUnder('seeds');
    equal(Object.keys(before).length, 5);
    equal(
      Object.keys(before).filter((path) => now[path] !== before[path]),
      [],
      'What changed',
    );
  });
});
