// Remembers the sources before the first test, to compare them after the last one.

import { present } from './expect';
import { bytesUnder } from './workspace';

let remembered: Readonly<Record<string, string>> | undefined;

before(async () => {
  remembered = await bytesUnder('seeds');
});

/** Each source with its bytes as they were before any test ran. */
export function sourcesBefore(): Readonly<Record<string, string>> {
  return present(remembered, 'memory of the sources');
}
