/** What a key, id, date or word at an offset of a file means. */
import { formatEdtf } from '../dates/edtf';
import { entityTypeOf, eventTypeOf, rolesOf } from '../schema/lookup';
import { keyShapeAt, shapeAt } from '../shape/fileShapes';
import type { Shape, Words } from '../shape/shape';
import { fileKind } from '../storage/paths';
import type { Store } from '../store/store';
import type { Span } from '../text/span';
import { CHECKS } from '../rules/allChecks';
import { languageName } from './languages';
import { scalarText } from './lines';
import { placeAt } from './place';
import { eventTypeAround, inAnnotation, type Setting } from './setting';
import { roleWords } from './words';

export interface Explanation {
  readonly span: Span;
  /** A word or id in bold, and what it means; in plain words, not Markdown. */
  readonly title: string;
  readonly text: string;
}

export interface IdThere {
  readonly span: Span;
  readonly id: string;
}

/** Of keys, dates and words; ids of records and annotations have cards instead. */
export function explain(
  store: Store,
  path: string,
  text: string,
  offset: number,
): Explanation | undefined {
  const there = settingAt(store, path, text, offset);
  if (there === undefined) return undefined;
  const { setting, word, span } = there;
  const { kind, place } = setting;
  if (word === '') return undefined;
  const words =
    place.kind === 'key'
      ? aboutKey(setting, word)
      : aboutValue(shapeAt(kind, place.steps), setting, word);
  return words === undefined || words === '' ? undefined : { span, title: word, text: words };
}

/** The id of a record or annotation that stands as a value at the offset, in a file that may be broken. */
export function idAt(
  store: Store,
  path: string,
  text: string,
  offset: number,
): IdThere | undefined {
  const there = settingAt(store, path, text, offset);
  if (there === undefined || there.word === '') return undefined;
  const { setting, word, span } = there;
  const { kind, place } = setting;
  if (place.kind === 'key') {
    const isAnnotation = keyShapeAt(kind, [...place.steps, word]) !== undefined && /^a-/.test(word);
    return isAnnotation ? { span, id: word } : undefined;
  }
  const shape = shapeAt(kind, place.steps);
  const names = shape?.kind === 'text' && shape.words !== undefined && IDS.has(shape.words);
  return names ? { span, id: word } : undefined;
}

const IDS: ReadonlySet<Words> = new Set([
  'entity',
  'event',
  'record',
  'argument',
  'annotation',
] as const);

interface There {
  readonly setting: Setting;
  readonly word: string;
  readonly span: Span;
}

function settingAt(store: Store, path: string, text: string, offset: number): There | undefined {
  const kind = fileKind(path);
  const place = kind === undefined ? undefined : placeAt(text, offset);
  if (kind === undefined || place === undefined) return undefined;
  const { span } = place;
  const word = scalarText(text.slice(span.start, span.end)).trim();
  return { setting: { store, path, kind, place }, word, span };
}

function aboutKey({ kind, place, store }: Setting, word: string): string | undefined {
  const about = keyShapeAt(kind, [...place.steps, word])?.about;
  if (kind !== 'schema' || about === undefined) return about;
  const { schema } = store;
  switch (place.steps[0]) {
    case 'checks':
      return CHECKS.find(({ code }) => code === word)?.description ?? about;
    case 'entityTypes':
      return place.steps.length === 1 ? entityTypeOf(schema, word).description : about;
    case 'eventTypes':
      return place.steps.length === 1 ? eventTypeOf(schema, word).description : about;
    default:
      return about;
  }
}

function aboutValue(shape: Shape | undefined, setting: Setting, word: string): string | undefined {
  if (shape?.kind === 'either') {
    return shape.forms
      .map((form) => aboutValue(form, setting, word))
      .find((each) => each !== undefined);
  }
  if (shape?.kind !== 'text' && shape?.kind !== 'number') return undefined;
  const { values } = shape;
  if (values !== undefined) return Object.hasOwn(values, word) ? values[word] : undefined;
  return shape.kind === 'text' && shape.words !== undefined
    ? aboutWord(shape.words, setting, word)
    : undefined;
}

function aboutWord(words: Words, setting: Setting, word: string): string | undefined {
  const { schema } = setting.store;
  switch (words) {
    case 'date':
      return formatEdtf(word);
    case 'value':
      return inAnnotation(setting, 'type') === 'time' ? formatEdtf(word) : undefined;
    case 'entityType':
      return entityTypeOf(schema, word).description;
    case 'eventType':
      return eventTypeOf(schema, word).description;
    case 'annotationType':
    case 'fillerType':
    case 'attributeSubject':
    case 'parent':
      return eventTypeOf(schema, word).description ?? entityTypeOf(schema, word).description;
    case 'relationType':
      return Object.hasOwn(schema.relationTypes, word)
        ? schema.relationTypes[word]?.description
        : undefined;
    case 'role':
      return aboutRole(setting, word);
    case 'mode':
      return aboutMode(setting, word);
    case 'language':
      return languageName(word);
    case 'decision':
      return word === 'none' ? 'Nothing stands for this passage.' : undefined;
    default:
      return undefined;
  }
}

function aboutRole(setting: Setting, role: string): string | undefined {
  const type = eventTypeAround(setting);
  if (type === undefined) return undefined;
  const { schema } = setting.store;
  const roles = rolesOf(schema, type);
  const rule = Object.hasOwn(roles, role) ? roles[role] : undefined;
  return rule === undefined
    ? undefined
    : `Role of ${eventTypeOf(schema, type).label}: ${roleWords(rule)}.`;
}

function aboutMode(setting: Setting, mode: string): string | undefined {
  const type = eventTypeAround(setting);
  if (type === undefined) return undefined;
  const { label, modes, description } = eventTypeOf(setting.store.schema, type);
  if (!modes.includes(mode)) return undefined;
  return [`A mode of ${label}.`, description].filter((part) => part !== undefined).join(' ');
}
