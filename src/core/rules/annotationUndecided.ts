/** Annotations that somebody still has to accept or reject. */
import type { AnnotationStatus } from '../model/annotation';
import { quoted } from '../outline/words';
import { byOperations, type Fix } from './fix';
import type { CheckedFile, Rule } from './rule';

export const annotationProposed: Rule = {
  code: 'annotation-proposed',
  severity: 'off',
  description: 'No annotation is only proposed.',
  check: (file) => withStatus(file, 'proposed', 'is proposed, and nobody has accepted it yet'),
};

export const annotationDisputed: Rule = {
  code: 'annotation-disputed',
  severity: 'off',
  description: 'No annotation is disputed.',
  check: (file) => withStatus(file, 'disputed', 'is disputed'),
};

function* withStatus(
  file: CheckedFile,
  status: AnnotationStatus,
  words: string,
): ReturnType<Rule['check']> & Generator {
  for (const annotation of file.annotations) {
    if (annotation.status !== status) continue;
    const { id, targets } = annotation;
    const quote = quoted(targets[0].exact);
    yield {
      message: `${quote} ${words}.`,
      at: ['annotations', id, 'status'],
      fixes: () => choices(file, id, quote),
    };
  }
}

function choices({ metadata }: CheckedFile, id: string, quote: string): readonly Fix[] {
  const source = metadata?.path;
  if (source === undefined) return [];
  return [
    byOperations(`Accept ${quote}`, [{ op: 'update', id, source, status: null }]),
    byOperations(`Reject ${quote}`, [{ op: 'update', id, source, status: 'rejected' }]),
  ];
}
