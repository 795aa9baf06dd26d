/** For each code of the table the smallest workspace in which it is found, and nothing else is. */
import type { Example } from './exampleParts';
import { FILE_EXAMPLES } from './fileExamples';
import { PASSAGE_EXAMPLES } from './passageExamples';
import { RECORD_EXAMPLES } from './recordExamples';

export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...PASSAGE_EXAMPLES,
  ...RECORD_EXAMPLES,
  ...FILE_EXAMPLES,
};
