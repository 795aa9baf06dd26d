/** One item of a list that both sides changed. */
import { mapAt, type Entry } from '../../storage/node';
import { readYaml } from '../../storage/readYaml';
import type { FieldPlace } from './heads';
import type { Item } from './listItems';
import type { Sides } from './mergeParts';
import { NO_PARTS, type Parts } from './parts';
import { bracedParts, fieldDecision, mergeFields } from './values';
import { agreed, eachSide, fieldConflict, type Versions } from './versions';

/** Both sides have the item. What is one text is `{ text }`, as an alias without a language is. */
export function mergeItem(place: FieldPlace, { base, ours, theirs }: Sides<Item>): Versions {
  if (ours === undefined || theirs === undefined) return agreed((ours ?? theirs)?.text ?? '');
  const behind = commentOf(base, ours, theirs);
  if (ours.inline === theirs.inline) return agreed(leadOf(ours.text) + ours.inline + behind);
  const below = fieldDecision((key) => ({ path: key, column: 0 }));
  const fields = mergeFields(
    { base: fieldsOf(base), ours: fieldsOf(ours), theirs: fieldsOf(theirs) },
    [],
    below,
  );
  const texts = eachSide(fields, (text) => {
    const pairs = text.split('\n').filter((pair) => pair !== '');
    return `${leadOf(ours.text)}{ ${pairs.join(', ')} }${behind}`;
  });
  if (fields.conflicts.length === 0) return texts;
  return { ...texts, conflicts: [fieldConflict(place.path, ours.node, theirs.node)] };
}

/** The spaces and dash in front of an item. */
function leadOf(text: string): string {
  return /^ *- +/.exec(text)?.[0] ?? '';
}

function commentOf(base: Item | undefined, ours: Item, theirs: Item): string {
  const rest = ({ text, inline }: Item): string => {
    const at = text.indexOf(inline);
    return at === -1 ? '\n' : text.slice(at + inline.length);
  };
  const [before, one, other] = [base && rest(base), rest(ours), rest(theirs)];
  if (before === one) return other;
  return before === other || one === other || one > other ? one : other;
}

function fieldsOf(item: Item | undefined): Parts {
  if (item === undefined) return NO_PARTS;
  const source = item.node.kind === 'map' ? item.inline : `{ text: ${item.inline} }`;
  const doc = `item: ${source}\n`;
  const { root } = readYaml(doc);
  const map = root?.kind === 'map' ? mapAt(root, 'item') : undefined;
  if (map === undefined) return NO_PARTS;
  const entry: Entry = { key: 'item', keySpan: { start: 0, end: 4 }, value: map };
  return bracedParts({ doc, entry, start: 0, end: doc.length });
}
