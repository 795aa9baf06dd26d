/** Annotation ids that several files have. */
import type { Annotation } from '../model/annotation';
import { removeAnnotation } from '../storage/editFile';
import type { AnnotationRecord } from '../store/store';
import { byText, type Fix } from './fix';
import type { CheckedFile, Rule } from './rule';

export const idDuplicate: Rule = {
  code: 'id-duplicate',
  severity: 'error',
  description: 'No two annotation files have an annotation with the same id.',
  *check(file) {
    const { annotations, indexes, path } = file;
    for (const annotation of annotations) {
      const { id } = annotation;
      const others = indexes.annotationsWithId(id).filter((record) => record.path !== path);
      if (others.length === 0) continue;
      const paths = others.map((record) => record.path).join(', ');
      yield {
        message: `The id “${id}” is used in ${paths} too; ids are never reused.`,
        at: ['annotations', id],
        fixes: () => deletedHere(file, annotation, others),
      };
    }
  },
};

/** Preferred where another file of the same source says exactly the same. */
function deletedHere(
  file: CheckedFile,
  annotation: Annotation,
  others: readonly AnnotationRecord[],
): readonly Fix[] {
  const isCopy = others.some(
    (other) =>
      other.source === file.metadata?.path &&
      JSON.stringify(other.annotation) === JSON.stringify(annotation),
  );
  const kept = others.map((record) => record.path).join(', ');
  const after = removeAnnotation(file.text, annotation.id);
  return byText(file, `Delete it here; keep it in ${kept}`, after, isCopy);
}
