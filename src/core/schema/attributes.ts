/** Which attributes of the schema an annotation can have. */
import { kindOf, type Annotation } from '../model/annotation';
import type { AttributeRule, Schema } from '../model/schema';

/** What every annotation file has fields of its own for. */
const OWN_FIELDS = ['certainty', 'polarity', 'credibility'];

/**
 * The attributes that apply to an annotation, by name, without those that have fields of their own. A
 * rule's `on` names kinds (`entity`, `event`, `statement`, `time`, `note`) or types; `recordType` is the type
 * of the record that the annotation names.
 */
export function attributesFor(
  schema: Schema,
  annotation: Annotation,
  recordType: string | undefined,
): Readonly<Record<string, AttributeRule>> {
  const subjects = new Set([kindName(annotation), annotation.type, recordType]);
  return Object.fromEntries(
    Object.entries(schema.attributes).filter(
      ([name, { on }]) =>
        !OWN_FIELDS.includes(name) && (on === undefined || on.some((each) => subjects.has(each))),
    ),
  );
}

function kindName(annotation: Annotation): string {
  const kind = kindOf(annotation);
  return kind === 'mention' ? 'entity' : kind === 'evidence' ? 'event' : kind;
}
