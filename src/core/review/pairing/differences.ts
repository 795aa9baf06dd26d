/** In what two annotations of one passage differ. */
import { isAnnotationId, kindOf, type Annotation } from '../../model/annotation';
import type { Resolve } from './records';
import { spansKey, unitOf } from './unit';

/** In the order in which they are told. */
export const DIFFERENCES = [
  'span',
  'type',
  'entity',
  'event',
  'roles',
  'value',
  'certainty',
  'polarity',
  'credibility',
  'attributes',
  'note',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** One side of a comparison: how to read what its annotations say. */
export interface Reading {
  readonly typeOf: (annotation: Annotation) => string | undefined;
  /** Follows merges; the same on both sides. */
  readonly resolve: Resolve;
  /**
   * What a role target that is an annotation comes to, so that both sides name it alike; absent before
   * annotations are matched, when such roles are not compared.
   */
  readonly roleTarget?: (annotationId: string) => string;
}

/**
 * What differs in meaning. Notes are remarks: they count only where there is nothing else. `by`,
 * `status`, `decision` and the discussion are about the annotation, not what it says.
 */
export function differencesOf(
  a: Annotation,
  b: Annotation,
  ofA: Reading,
  ofB: Reading,
): readonly Difference[] {
  return DIFFERENCES.filter((difference) => isDifferent(difference, a, b, ofA, ofB));
}

function isDifferent(
  difference: Difference,
  a: Annotation,
  b: Annotation,
  ofA: Reading,
  ofB: Reading,
): boolean {
  switch (difference) {
    case 'span':
      return !haveSameSpans(a, b);
    case 'type':
      return ofA.typeOf(a) !== ofB.typeOf(b);
    case 'entity':
    case 'event':
      return resolved(a[difference], ofA) !== resolved(b[difference], ofB);
    case 'roles':
      return rolesKey(a, ofA) !== rolesKey(b, ofB);
    case 'value':
    case 'certainty':
    case 'polarity':
    case 'credibility':
      return a[difference] !== b[difference];
    case 'attributes':
      return attributesKey(a) !== attributesKey(b);
    case 'note':
      return a.note !== b.note && (kindOf(a) === 'note' || kindOf(b) === 'note');
  }
}

function haveSameSpans(a: Annotation, b: Annotation): boolean {
  const [one, more] = a.targets;
  const [other, others] = b.targets;
  if (more === undefined && others === undefined) {
    return one.start === other.start && one.end === other.end;
  }
  return spansKey(unitOf(a)) === spansKey(unitOf(b));
}

function resolved(id: string | undefined, { resolve }: Reading): string | undefined {
  return id === undefined ? undefined : resolve(id);
}

/** The roles in one order, each once: who fills which. */
function rolesKey({ roles }: Annotation, { resolve, roleTarget }: Reading): string {
  if (roles.length === 0) return '';
  const keys = roles.flatMap(({ role, target }) => {
    if (!isAnnotationId(target)) return [`${role} ${resolve(target)}`];
    return roleTarget === undefined ? [] : [`${role} ${roleTarget(target)}`];
  });
  return [...new Set(keys)].sort().join('\n');
}

function attributesKey({ attributes }: Annotation): string {
  const entries = Object.entries(attributes);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
