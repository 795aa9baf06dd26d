/** What two annotators say of a passage, in words: for nodes, hovers and messages. */
import { kindOf, quoteOf, type Annotation, type Role } from '../model/annotation';
import type { Layer, LayerRecords } from '../review/layers';
import type { Pair } from '../review/pairs';
import type { Difference } from '../review/pairing/differences';
import { typeOf } from '../review/pairing/records';
import { quoted, sentence, shorten, spaced } from './words';

/** The layers that were compared, the first and the second. */
export interface Sides {
  readonly a: Layer;
  readonly b: Layer;
}

export interface PairWords {
  /** In what they differ, `entity: Wang Yi ↔ Li Hui`; otherwise what is said. */
  readonly says: readonly string[];
  /** What was decided, `anna’s stands`; absent while nothing is. */
  readonly outcome?: string;
}

const LONGEST_VALUE = 40;
const LONGEST_NAME = 24;
const NOTHING = 'none';

export function pairWords(pair: Pair, sides: Sides): PairWords {
  const says =
    pair.kind === 'differing'
      ? inTurn(pair.differences).map((difference) => differenceWords(difference, pair, sides))
      : sideWords(pair, sides);
  return { says, ...(pair.decided ? { outcome: outcomeWords(pair, sides) } : {}) };
}

/** The type is mostly that of the record, and follows from it. */
function inTurn(differences: readonly Difference[]): readonly Difference[] {
  const isLast = (difference: Difference): number => Number(difference === 'type');
  return differences.toSorted((one, other) => isLast(one) - isLast(other));
}

/** What an annotation says, without its words: the name of its record and its type, value and note. */
export function annotationWords(annotation: Annotation, records: LayerRecords): string {
  const { entity, event, value, note, certainty, polarity } = annotation;
  const type = typeOf(annotation, records);
  return sentence([
    entity === undefined ? undefined : entityName(entity, records),
    event === undefined ? undefined : eventName(event, records),
    type === undefined ? undefined : spaced(type),
    value === undefined ? undefined : shorten(value, LONGEST_VALUE),
    polarity === 'negative' ? 'negated' : undefined,
    certainty === undefined || certainty === 'certain' ? undefined : certainty,
    note === undefined ? undefined : quoted(note),
  ]);
}

/** `anna’s stands`, `both stand`, `neither stands`. */
export function outcomeWords({ a, b }: Pair, sides: Sides): string {
  const standsA = stands(a);
  const standsB = stands(b);
  if (standsA && standsB && a?.id !== b?.id) return 'both stand';
  if (standsA) return `${ownerOf(sides.a)} stands`;
  if (standsB) return `${ownerOf(sides.b)} stands`;
  const decisions = [a?.decision, b?.decision].filter((each) => each !== undefined);
  // Of what is being saved, what was decided is not read again yet.
  if (decisions.length === 0) return 'decided';
  return decisions.every((each) => each === NOTHING) ? 'neither stands' : 'another stands';
}

function stands(annotation: Annotation | undefined): boolean {
  return annotation !== undefined && annotation.decision === annotation.id;
}

function ownerOf({ name }: Layer): string {
  return `${shorten(name, LONGEST_NAME)}’s`;
}

function sideWords({ a, b }: Pair, sides: Sides): readonly string[] {
  return [
    a === undefined ? annotationWords(b, sides.b.records) : annotationWords(a, sides.a.records),
  ];
}

function differenceWords(difference: Difference, { a, b }: Pair, sides: Sides): string {
  if (a === undefined || b === undefined) return difference;
  const one = valueWords(difference, a, sides.a.records);
  const other = valueWords(difference, b, sides.b.records);
  if (difference === 'span') return one === other ? 'span' : `span: ${one} ↔ ${other}`;
  if (one !== other) return `${difference}: ${one} ↔ ${other}`;
  // Two records of one name are told apart by their ids.
  const [id, otherId] = [a.entity ?? a.event, b.entity ?? b.event];
  const isRecord = difference === 'entity' || difference === 'event';
  return isRecord ? `${difference}: ${id ?? NOTHING} ↔ ${otherId ?? NOTHING}` : difference;
}

function valueWords(difference: Difference, annotation: Annotation, records: LayerRecords): string {
  switch (difference) {
    case 'span':
      return `“${shorten(quoteOf(annotation), LONGEST_VALUE)}”`;
    case 'type':
      return spaced(typeOf(annotation, records) ?? kindOf(annotation));
    case 'entity':
      return annotation.entity === undefined ? NOTHING : entityName(annotation.entity, records);
    case 'event':
      return annotation.event === undefined ? NOTHING : eventName(annotation.event, records);
    case 'roles':
      return annotation.roles.length === 0
        ? NOTHING
        : shorten(
            annotation.roles.map((each) => roleWords(each, records)).join(', '),
            LONGEST_VALUE,
          );
    case 'attributes':
      return attributeWords(annotation);
    case 'certainty':
      return annotation.certainty ?? 'certain';
    case 'polarity':
      return annotation.polarity ?? 'positive';
    case 'value':
    case 'note':
    case 'credibility': {
      const value = annotation[difference];
      return value === undefined ? NOTHING : shorten(String(value), LONGEST_VALUE);
    }
  }
}

function roleWords({ role, target }: Role, records: LayerRecords): string {
  return `${spaced(role)} ${entityName(target, records)}`;
}

function attributeWords({ attributes }: Annotation): string {
  const words = Object.entries(attributes).map(([name, value]) => `${name} ${String(value)}`);
  return words.length === 0 ? NOTHING : shorten(words.sort().join(', '), LONGEST_VALUE);
}

function entityName(id: string, records: LayerRecords): string {
  return shorten(records.entity(id)?.name ?? id, LONGEST_VALUE);
}

function eventName(id: string, records: LayerRecords): string {
  return shorten(records.event(id)?.title ?? id, LONGEST_VALUE);
}
