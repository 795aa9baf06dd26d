/** Sources whose annotation is not done, or not reviewed. */
import { sourceProgress, type SourceProgress } from '../review/progress';
import { byOperations } from './fix';
import type { CheckedFile, Rule } from './rule';

export const sourceUnfinished: Rule = {
  code: 'source-unfinished',
  severity: 'off',
  description: 'The annotation of every source is done.',
  *check(file) {
    const { metadata } = file;
    const progress = progressOf(file);
    if (metadata === undefined || (progress !== 'not-started' && progress !== 'in-progress'))
      return;
    yield {
      message: `${UNFINISHED[progress]}.`,
      at: ['source', 'state'],
      fixes: () => [
        byOperations('Mark the source as done', [
          { op: 'setSource', source: metadata.path, state: 'done' },
        ]),
      ],
    };
  },
};

export const sourceUnreviewed: Rule = {
  code: 'source-unreviewed',
  severity: 'off',
  description: 'The annotation of every source is done and reviewed.',
  *check(file) {
    switch (progressOf(file)) {
      case 'not-started':
        yield { message: `${UNFINISHED['not-started']}, and so not reviewed.`, at: STATE };
        return;
      case 'in-progress':
        yield { message: `${UNFINISHED['in-progress']}, and so not reviewed.`, at: STATE };
        return;
      case 'done':
        yield {
          message: 'The source is done, and nobody has reviewed it (“reviewedBy”).',
          at: STATE,
        };
        return;
      case 'reviewed':
      case undefined:
        return;
    }
  },
};

const STATE = ['source', 'state'] as const;

const UNFINISHED = {
  'not-started': 'Nobody has started on this source',
  'in-progress': 'The source is not done yet (“state: done”)',
} as const;

/** Absent where the file is about no source. */
function progressOf({ metadata, annotations }: CheckedFile): SourceProgress | undefined {
  return metadata && sourceProgress(metadata, annotations.length);
}
