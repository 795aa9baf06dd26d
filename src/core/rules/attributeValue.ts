/** Values of attributes that are none of those that the schema lists. */
import type { Annotation } from '../model/annotation';
import { changing, replacing } from './edits';
import { byText, type Fix } from './fix';
import { nearest } from './nearest';
import type { NodePath } from './nodePath';
import type { CheckedFile, Rule } from './rule';

/** Attributes that are keys of the annotation itself. */
const OWN = ['certainty', 'polarity', 'credibility'] as const;

export const attributeValue: Rule = {
  code: 'attribute-value',
  severity: 'warning',
  description: 'Every attribute has one of the values that the schema lists for it.',
  *check(file) {
    for (const annotation of file.annotations) {
      const { id } = annotation;
      for (const { name, value, at } of valuesOf(annotation)) {
        const values = allowed(file, name);
        if (values === undefined || values.includes(value)) continue;
        yield {
          message: `“${name}” cannot be “${value}”; it is one of ${values.join(', ')}.`,
          at: ['annotations', id, ...at],
          fixes: () => [
            ...otherValues(file, ['annotations', id, ...at], value, values),
            ...without(file, annotation, name),
          ],
        };
      }
    }
  },
};

interface Value {
  readonly name: string;
  readonly value: string;
  /** Below the annotation. */
  readonly at: NodePath;
}

function valuesOf(annotation: Annotation): readonly Value[] {
  const own = OWN.flatMap((name): readonly Value[] => {
    const value = annotation[name];
    return value === undefined ? [] : [{ name, value: String(value), at: [name] }];
  });
  const declared = Object.entries(annotation.attributes).map(([name, value]) => {
    return { name, value: String(value), at: ['attributes', name] };
  });
  return [...own, ...declared];
}

/** Absent for free text, and for an attribute that the schema does not have. */
function allowed({ schema }: CheckedFile, name: string): readonly string[] | undefined {
  return Object.hasOwn(schema.attributes, name) ? schema.attributes[name]?.values : undefined;
}

function otherValues(
  file: CheckedFile,
  at: NodePath,
  value: string,
  values: readonly string[],
): readonly Fix[] {
  return nearest(value, values).flatMap(({ word, isSure }) =>
    byText(file, `Change to “${word}”`, replacing(file, at, word), isSure),
  );
}

function without(file: CheckedFile, annotation: Annotation, name: string): readonly Fix[] {
  const { id, attributes } = annotation;
  const kept = Object.entries(attributes).filter(([key]) => key !== name);
  const isOwn = OWN.some((each) => each === name);
  const changes = isOwn
    ? { [name]: undefined }
    : { attributes: kept.length === 0 ? undefined : Object.fromEntries(kept) };
  return byText(file, `Leave “${name}” out`, changing(file, id, changes));
}
