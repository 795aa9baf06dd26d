// Comes last: no test changed a source.

import { equal } from './expect';
import { sourcesBefore } from './sources';
import { bytesUnder } from './workspace';

describe('the sources after all tests', () => {
  it('are the five that they were, byte for byte', async () => {
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
