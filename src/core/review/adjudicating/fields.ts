/** What an annotation says, as the fields of operations. */
import type { Annotation } from '../../model/annotation';
import type { BodyFields } from '../../operations/operation';

/** Every field of the body but those of the decision; `null` where the annotation has none. */
export function bodyOf(annotation: Annotation): BodyFields {
  const { entity, event, type, roles, value, note, certainty, polarity, credibility } = annotation;
  const { attributes, by } = annotation;
  return {
    entity: entity ?? null,
    event: event ?? null,
    type: type ?? null,
    roles: roles.length === 0 ? null : roles,
    value: value ?? null,
    note: note ?? null,
    certainty: certainty ?? null,
    polarity: polarity ?? null,
    credibility: credibility ?? null,
    attributes: Object.keys(attributes).length === 0 ? null : attributes,
    by: by ?? null,
  };
}

/** The same without the fields that are `null`, for an annotation that is made. */
export function given(fields: BodyFields): BodyFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
