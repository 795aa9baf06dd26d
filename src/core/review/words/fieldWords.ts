/** Values of fields before and after, in words. */
import { quoted, sentence, spaced } from '../../outline/words';
import type { FieldAspect } from '../change';
import type { Phrase } from './phrases';

/** What a record is called; absent where that is not known. */
export type Names = (id: string) => string | undefined;

/** Fields whose values are ids, or have them in them. */
const NAMING = new Set([
  'entity',
  'event',
  'place',
  'roles',
  'participants',
  'relations',
  'distinctFrom',
  'mergedInto',
]);

/** Lists, and what one item of them is called. */
const ITEMS: Readonly<Record<string, string>> = {
  roles: 'role',
  participants: 'participant',
  relations: 'relation',
  aliases: 'alias',
  distinctFrom: 'distinction from',
  thread: 'comment',
  evidence: 'evidence',
};

/** Free text, which is quoted. */
const QUOTED = new Set(['note', 'value', 'title', 'name', 'aliases', 'exact', 'prefix', 'suffix']);

export function fieldPhrase({ field, before, after }: FieldAspect, names: Names): Phrase {
  const label = labelOf(field);
  const say = (value: string): string => valueWords(field, value, names);
  if (field === 'thread') return { text: threadWords(before, after), isField: true };
  if (field === 'reviewedBy') return { text: reviewWords(before, after) };
  if (before === undefined) {
    const value = say(after ?? '');
    const text = isAdded(field) ? `${label} ${value} added` : `${label} set to ${value}`;
    return { text, isField: true };
  }
  if (after === undefined) return { text: `${label} ${say(before)} removed`, isField: true };
  return { text: `${label} ${say(after)}, was ${say(before)}`, isField: true };
}

/** What comes beside others, or is written rather than chosen. */
function isAdded(field: string): boolean {
  return field in ITEMS || QUOTED.has(field) || field.includes('.');
}

function threadWords(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `comment ${after ?? ''}`;
  return after === undefined ? `comment ${before} removed` : `comment ${after}, was ${before}`;
}

function reviewWords(before: string | undefined, after: string | undefined): string {
  const words = [
    after === undefined ? undefined : `reviewed by ${after}`,
    before === undefined ? undefined : `no longer by ${before}`,
  ];
  return sentence(words);
}

function labelOf(field: string): string {
  const [first = '', ...rest] = field.split('.');
  if (first === 'attributes' || first === 'links') return rest.join('.');
  const item = ITEMS[field];
  return (
    item ??
    (rest.length === 0 ? spaced(field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).toLowerCase() : field)
  );
}

function valueWords(field: string, value: string, names: Names): string {
  if (QUOTED.has(field)) return quoted(value);
  if (!NAMING.has(field)) return value === '' ? '“”' : quotedIfLong(value);
  return value.replaceAll(/[a-z0-9]+(?:-+[a-z0-9]+)*/g, (id) => names(id) ?? id);
}

function quotedIfLong(value: string): string {
  return /\s/.test(value) ? quoted(value) : value;
}
