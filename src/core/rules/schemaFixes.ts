/** What can be done about names in the schema file that lead nowhere, or back to where they stand. */
import { editSchema } from '../storage/editSchema';
import { flow } from '../storage/emit';
import { textOf, type MapNode, type YamlNode } from '../storage/node';
import { readWhole } from '../storage/whole';
import { baseOf } from '../schema/project';
import { mergeSchema } from '../schema/merge';
import type { StoredFile } from '../store/store';
import type { Span } from '../text/span';
import { byText, type Fix } from './fix';
import { nearest } from './nearest';

type Path = readonly [string, ...string[]];

/** Takes out the parent at the span. */
export function parentFixes({ path, text }: StoredFile, { start }: Span): readonly Fix[] {
  const keys = pathAt(text, start);
  if (keys?.at(-1) !== 'parent') return [];
  const type = keys.at(-2) ?? '';
  return byText({ path, text }, `Let “${type}” have no parent`, editSchema(text, keys, undefined));
}

/** Another name in place of the one at the span, or none. */
export function nameFixes(file: StoredFile, span: Span): readonly Fix[] {
  const { text } = file;
  const keys = pathAt(text, span.start);
  if (keys === undefined || span.start === span.end) return [];
  const written = text.slice(span.start, span.end).replaceAll(/["']/g, '');
  const others = nearest(written, namesFor(file, keys)).flatMap(({ word, isSure }) => {
    const after = text.slice(0, span.start) + flow('type', word) + text.slice(span.end);
    return byText(file, `Change to “${word}”`, after, isSure);
  });
  return [...others, ...parentFixes(file, span)];
}

function namesFor({ content }: StoredFile, keys: Path): readonly string[] {
  if (content?.kind !== 'schema') return [];
  const schema = mergeSchema(baseOf(content.schema), content.schema);
  const [section] = keys;
  const entityTypes = Object.keys(schema.entityTypes);
  const eventTypes = Object.keys(schema.eventTypes);
  if (keys.at(-1) === 'parent' && section === 'eventTypes') return eventTypes;
  if (keys.at(-1) === 'parent' && section === 'relationTypes') {
    return Object.keys(schema.relationTypes);
  }
  const isOfEntities = section === 'relationTypes' || keys.at(-1) === 'parent';
  return isOfEntities ? entityTypes : [...entityTypes, ...eventTypes];
}

/** The keys that lead to the value at an offset, without the numbers of items. */
function pathAt(text: string, offset: number): Path | undefined {
  const { root } = readWhole(text);
  const keys = root === undefined ? undefined : stepsTo(root, offset);
  const [first, ...rest] = keys ?? [];
  return first === undefined ? undefined : [first, ...rest];
}

function stepsTo(node: MapNode | YamlNode, offset: number): readonly string[] | undefined {
  if (node.kind === 'scalar')
    return textOf(node) !== undefined && node.start === offset ? [] : undefined;
  const below =
    node.kind === 'map' ? node.entries : node.items.map((value) => ({ key: undefined, value }));
  for (const { key, value } of below) {
    if (offset < value.start || offset > value.end) continue;
    const steps = stepsTo(value, offset);
    if (steps !== undefined) return key === undefined ? steps : [key, ...steps];
  }
  return undefined;
}
