/** What differs between the fields of two versions of one thing, field by field and item by item. */
import { flow, isList, type FieldMap, type FieldValue } from '../../storage/emit';
import type { FieldAspect } from '../change';

/** The keys by which items of a list are the same item, though they say something else. */
const SAME_ITEM: Readonly<Record<string, readonly string[]>> = {
  roles: ['role'],
  participants: ['role'],
  relations: ['type', 'entity'],
  aliases: ['text'],
  thread: ['by'],
};

/** Lists in which the place of an item says something. */
const ORDERED = new Set(['body', 'fragments', 'thread']);

/** In the order of the fields. Lists with the same items in another order say the same. */
export function fieldAspects(
  before: FieldMap,
  after: FieldMap,
  isLeftOut: (field: string) => boolean = () => false,
): readonly FieldAspect[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): readonly FieldAspect[] => {
    const [one, other] = [before[field], after[field]];
    if (isLeftOut(field) || isSame(one, other)) return [];
    if (isItems(field, one) && isItems(field, other)) {
      return itemAspects(field, one ?? [], other ?? []);
    }
    if (isMap(one) && isMap(other)) return mapAspects(field, one ?? {}, other ?? {});
    return [aspect(field, one, other)];
  });
}

/** A value on one line, for a person to read. */
function inWords(value: FieldValue): string {
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map(inWords).join(', ');
  const parts = Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : [`${key}: ${inWords(each)}`],
  );
  return parts.join(', ');
}

function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isItems(
  field: string,
  value: FieldValue | undefined,
): value is readonly FieldValue[] | undefined {
  return field !== 'body' && (value === undefined || (typeof value === 'object' && isList(value)));
}

function isMap(value: FieldValue | undefined): value is FieldMap | undefined {
  return value === undefined || (typeof value === 'object' && !isList(value));
}

function mapAspects(field: string, before: FieldMap, after: FieldMap): readonly FieldAspect[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    isSame(before[key], after[key]) ? [] : [aspect(`${field}.${key}`, before[key], after[key])],
  );
}

/** One for each item that is in one of the lists only; two that are the same item make one. */
function itemAspects(
  field: string,
  before: readonly FieldValue[],
  after: readonly FieldValue[],
): readonly FieldAspect[] {
  const gone = without(before, after);
  const come = without(after, before);
  const aspects = gone.map((item) => {
    const at = come.findIndex((each) => isSameItem(field, item, each));
    const [other] = at === -1 ? [] : come.splice(at, 1);
    return aspect(field, item, other);
  });
  const all = [...aspects, ...come.map((item) => aspect(field, undefined, item))];
  if (all.length > 0 || !ORDERED.has(field)) return all;
  return [aspect(field, before, after)];
}

/** The items that are not among the others, as often as they are more. */
function without(items: readonly FieldValue[], others: readonly FieldValue[]): FieldValue[] {
  const counts = new Map<string, number>();
  for (const each of others) {
    const key = JSON.stringify(each);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.filter((each) => {
    const key = JSON.stringify(each);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function isSameItem(field: string, one: FieldValue, other: FieldValue): boolean {
  const keys = SAME_ITEM[field];
  return (
    keys !== undefined &&
    keys.every((key) => isSame(valueIn(field, one, key), valueIn(field, other, key)))
  );
}

/** Aliases without a language are plain texts. */
function valueIn(field: string, item: FieldValue, key: string): FieldValue | undefined {
  if (typeof item !== 'object') return field === 'aliases' ? item : undefined;
  return isList(item) ? undefined : item[key];
}

function aspect(
  field: string,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
): FieldAspect {
  return {
    field,
    ...(before === undefined ? {} : { before: wordsFor(field, before) }),
    ...(after === undefined ? {} : { after: wordsFor(field, after) }),
  };
}

/** Items of the lists of the format as they are spoken of. */
function wordsFor(field: string, value: FieldValue): string {
  if (typeof value !== 'object' || isList(value)) return inWords(value);
  const say = (key: string): string => {
    const part = value[key];
    return part === undefined ? '' : inWords(part);
  };
  switch (field) {
    case 'roles':
      return `${say('role')}: ${say('target')}`;
    case 'participants':
      return `${say('role')}: ${say('entity')}`;
    case 'aliases':
      return `${say('text')} (${say('language')})`;
    case 'relations': {
      const more = ['date', 'evidence', 'note'].map(say).filter((each) => each !== '');
      const behind = more.length === 0 ? '' : ` (${more.join('; ')})`;
      return `${say('type')} ${say('entity')}${behind}`;
    }
    case 'thread': {
      const said = say('text');
      const resolved = value['resolved'] === true ? 'resolved' : '';
      const words = said === '' ? resolved : `“${said}”${resolved === '' ? '' : `, ${resolved}`}`;
      return say('by') === '' ? words : `by ${say('by')}: ${words}`;
    }
    default:
      return flow(field, value);
  }
}
