/** Annotation files whose source is not there. */
import type { Rule } from './rule';

export const sourceMissing: Rule = {
  code: 'source-missing',
  severity: 'error',
  description: 'Every annotation file has its source.',
  *check({ metadata, source, move }) {
    if (metadata === undefined || source !== undefined || move !== undefined) return;
    const message = `The source “${metadata.path}” is not there or is no text. If it was moved, move this file with it and change “path”.`;
    yield { message, at: ['source', 'path'] };
  },
};
