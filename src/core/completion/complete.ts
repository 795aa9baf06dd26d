/** What can stand at an offset of a file of the format: keys, ids, types, dates, words of the schema. */
import { CHECKS } from '../rules/allChecks';
import { eventTypeOf, rolesOf } from '../schema/lookup';
import { mapOf, shapeAt } from '../shape/fileShapes';
import type { KeyShape, MapShape, OtherNames, Shape } from '../shape/shape';
import { flow, quoted } from '../storage/emit';
import { fileKind } from '../storage/paths';
import type { Store } from '../store/store';
import type { Completions, CompletionItem } from './item';
import { scalarText } from './lines';
import { placeAt, type YamlPlace } from './place';
import { eventTypeAround, type Setting } from './setting';
import { fitting, offersFor, roleWords, type Offer } from './words';

const MOST = 300;

/**
 * The file may be broken, unsaved or not there yet: it is read around the offset only. `offset` is in
 * UTF-16 code units. Absent where nothing can be said.
 */
export function complete(
  store: Store,
  path: string,
  text: string,
  offset: number,
): Completions | undefined {
  const kind = fileKind(path);
  const place = kind === undefined ? undefined : placeAt(text, offset);
  if (kind === undefined || place === undefined) return undefined;
  // In the space before a word nothing is typed of it yet.
  if (offset < place.span.start) return undefined;
  const setting: Setting = { store, path, kind, place };
  const shape = shapeAt(kind, place.steps);
  if (shape === undefined) return undefined;
  const typed = scalarText(text.slice(place.span.start, offset));
  const map = place.kind === 'value' ? undefined : mapOf(shape);
  const keys = map === undefined ? [] : keysOf(map, setting);
  const written = text.slice(place.span.start, place.span.end);
  const words = place.kind === 'key' ? [] : wordsOf(shape, setting, typed, written);
  const items = [...keys, ...words];
  return { span: place.span, items: items.slice(0, MOST), isCut: items.length > MOST };
}

function keysOf(map: MapShape, setting: Setting): readonly CompletionItem[] {
  const { place } = setting;
  const own = Object.entries(map.keys).map(([key, shape]) => keyItem(key, shape, place));
  const others = map.others;
  const named =
    others?.names === undefined
      ? []
      : namesOf(others.names, setting).map(({ name, detail }) =>
          keyItem(name, { about: detail ?? others.about, shape: others.shape }, place),
        );
  return [...own, ...named].filter(({ label }) => !place.siblings.has(label) && label !== 'x');
}

function keyItem(key: string, { about, shape }: KeyShape, place: YamlPlace): CompletionItem {
  const value = place.hasColon ? '' : `: ${openingOf(shape, place)}`.replace(/ (?=\n)/, '');
  return {
    kind: 'key',
    label: key,
    about,
    insert: `${key}${value}`,
    goesOn: !place.hasColon,
  };
}

/** How a value of the shape begins behind its key. */
function openingOf(shape: Shape, { inFlow, kind }: YamlPlace): string {
  const isInLine = inFlow || kind === 'item';
  if (shape.kind === 'list') return isInLine || shape.items.kind !== 'map' ? '' : '\n  - ';
  return shape.kind === 'map' && !isInLine ? '\n  ' : '';
}

interface Named {
  readonly name: string;
  readonly detail?: string;
}

function namesOf(names: OtherNames, setting: Setting): readonly Named[] {
  const { schema } = setting.store;
  switch (names) {
    case 'annotation':
      return [];
    case 'attribute':
      return Object.entries(schema.attributes).map(([name, { values }]) => ({
        name,
        ...(values === undefined ? {} : { detail: values.join(', ') }),
      }));
    case 'link':
      return Object.entries(schema.links).map(([name, { label, pattern }]) => ({
        name,
        detail: [label, pattern].filter((part) => part !== undefined).join(' · '),
      }));
    case 'role':
      return roleNames(setting);
    case 'check':
      return CHECKS.map(({ code, description }) => ({ name: code, detail: description }));
    case 'entityType':
      return described(schema.entityTypes);
    case 'eventType':
      return described(schema.eventTypes);
    case 'relationType':
      return described(schema.relationTypes);
  }
}

/** Those of the parent first, then all that the schema has elsewhere. */
function roleNames(setting: Setting): readonly Named[] {
  const { schema } = setting.store;
  const type = setting.kind === 'schema' ? setting.place.steps[1] : eventTypeAround(setting);
  const parent = eventTypeOf(schema, type ?? '').parent ?? type ?? '';
  const all = new Map(Object.entries(rolesOf(schema, parent)));
  for (const { roles } of Object.values(schema.eventTypes)) {
    for (const [name, rule] of Object.entries(roles)) if (!all.has(name)) all.set(name, rule);
  }
  return [...all].map(([name, rule]) => ({ name, detail: roleWords(rule) }));
}

function described(
  types: Readonly<Record<string, { readonly description?: string }>>,
): readonly Named[] {
  return Object.entries(types).map(([name, { description }]) => ({
    name,
    ...(description === undefined ? {} : { detail: description }),
  }));
}

function wordsOf(
  shape: Shape,
  setting: Setting,
  typed: string,
  written: string,
): readonly CompletionItem[] {
  if (shape.kind === 'either') {
    return shape.forms.flatMap((form) => wordsOf(form, setting, typed, written));
  }
  if (shape.kind === 'flag') {
    return fitting(TRUE, typed).map((offer) => wordItem(offer, setting.place, written, true));
  }
  if (shape.kind !== 'text' && shape.kind !== 'number') return [];
  const fixed = Object.entries(shape.values ?? {}).map(([value, about]): Offer => ({
    kind: 'value',
    value,
    ...(about === '' ? {} : { detail: about }),
  }));
  const words = shape.kind === 'text' ? shape.words : undefined;
  const offers = words === undefined ? fixed : [...fixed, ...offersFor(words, setting, typed)];
  const isNumber = shape.kind === 'number';
  return fitting(offers, typed).map((offer) => wordItem(offer, setting.place, written, isNumber));
}

function wordItem(
  { kind, value, detail, about }: Offer,
  { steps }: YamlPlace,
  written: string,
  isNumber: boolean,
): CompletionItem {
  const key = steps.findLast((step) => step !== undefined) ?? '';
  const isQuoted = written.startsWith('"') || written.startsWith("'");
  const isWord = WORDS_KEPT.has(kind) && /^[A-Za-z][\w-]*$/.test(value);
  const plain = isNumber || (isWord && !RESERVED.test(value)) ? value : flow(key, value);
  const more = {
    ...(detail === undefined ? {} : { detail }),
    ...(about === undefined ? {} : { about }),
  };
  return { kind, label: value, ...more, insert: isQuoted && !isNumber ? quoted(value) : plain };
}

/** What a flag says by being there. */
const TRUE: readonly Offer[] = [{ kind: 'value', value: 'true' }];

/** Ids and words of the schema are written without quotes. */
const WORDS_KEPT: ReadonlySet<string> = new Set(['record', 'annotation', 'type', 'value']);
const RESERVED = /^(?:null|true|false|yes|no|on|y|n|e\d+)$/i;
