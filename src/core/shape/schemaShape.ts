/** What may stand in `annotations/schema.yaml`. */
import { METADATA_FIELDS, type MetadataField } from '../model/schema';
import { BASES, type Base } from '../schema/merge';
import { PALETTE } from '../schema/palette';
import { FORMATS } from '../storage/parse';
import {
  FOREIGN,
  list,
  map,
  oneOf,
  plain,
  text,
  TEXT,
  type KeyShape,
  type MapShape,
  type Shape,
  type Values,
} from './shape';

const LABEL: KeyShape = { about: 'How it is called; otherwise its id in words.', shape: TEXT };
const DESCRIPTION: KeyShape = {
  about: 'What belongs to it, for whoever has to choose.',
  shape: TEXT,
};
const COLOR: KeyShape = {
  about: 'A colour of the palette; otherwise that of the parent.',
  shape: oneOf(plain(Object.keys(PALETTE))),
};
const PARENT: KeyShape = { about: 'The more general type.', shape: text('parent') };
const KEY: KeyShape = {
  about: 'One letter or digit that chooses the type in a list of types.',
  shape: { kind: 'text', pattern: '^[\\p{L}\\p{N}]$' },
};

const ENTITY_TYPE = map({
  label: LABEL,
  description: DESCRIPTION,
  color: COLOR,
  parent: PARENT,
  key: KEY,
  x: FOREIGN,
});

const COUNT: Shape = { kind: 'number', min: 0 };

const ROLE = map({
  types: {
    about:
      'The types that may fill the role, with their kinds; absent means any. `event` is any event.',
    shape: list(text('fillerType')),
  },
  min: { about: 'How many there must be.', shape: COUNT },
  max: { about: 'How many there may be.', shape: COUNT },
  x: FOREIGN,
});

const EVENT_TYPE = map({
  label: LABEL,
  description: DESCRIPTION,
  parent: {
    about: 'The more general type; modes and roles that are not given here are its.',
    shape: text('parent'),
  },
  color: COLOR,
  key: KEY,
  modes: { about: 'The ways in which it can happen.', shape: list(TEXT) },
  roles: {
    about: 'Who and what takes part, in the order in which it is asked for.',
    shape: map(
      {},
      { about: 'Who or what fills this role.', shape: ROLE, names: 'role', orNull: true },
    ),
  },
  x: FOREIGN,
});

const RELATION_TYPE = map({
  label: LABEL,
  inverse: {
    about: 'What the other entity is to the one, e.g. “Led by”; the label where both are alike.',
    shape: TEXT,
  },
  description: DESCRIPTION,
  parent: PARENT,
  from: {
    about: 'The entity types that may have the relation, with their kinds; absent means any.',
    shape: list(text('entityType')),
  },
  to: {
    about: 'The entity types that it may lead to, with their kinds; absent means any.',
    shape: list(text('entityType')),
  },
  x: FOREIGN,
});

const ATTRIBUTE = map({
  values: { about: 'The values that it may have; absent means free text.', shape: list(TEXT) },
  on: {
    about: 'The types, or kinds of annotations, that have it; absent means all.',
    shape: list(text('attributeSubject')),
  },
  x: FOREIGN,
});

const LINK = map({
  label: LABEL,
  url: {
    about: 'The address of a page, with `{id}` where the id goes.',
    shape: { kind: 'text', pattern: '^https?://.*\\{id\\}' },
  },
  pattern: { about: 'A regular expression that a whole id must match.', shape: TEXT },
  x: FOREIGN,
});

const METADATA_WORDS: Readonly<Record<MetadataField, string>> = {
  title: 'Its headline or title.',
  publisher: 'Who published it.',
  published: 'When it was published.',
  language: 'Its language.',
  url: 'Where it was found.',
  reliability: 'How reliable it is.',
};

const BASE_WORDS: Readonly<Record<Base, string>> = {
  builtin: 'The built-in types, to which this file adds: as when nothing stands here.',
  none: 'No types but those of this file.',
};

const SEVERITY_VALUES: Values = {
  error: 'Fails a check in CI.',
  warning: 'Should be looked at.',
  information: 'Good to know.',
  off: 'Not checked.',
};

export const SCHEMA_SHAPE: MapShape = map({
  format: {
    about: 'The format of this file.',
    shape: oneOf({ [FORMATS.schema]: 'The schema of the project.' }),
    isRequired: true,
  },
  extends: {
    about: 'What this file is laid over.',
    shape: oneOf(Object.fromEntries(BASES.map((base) => [base, BASE_WORDS[base]]))),
  },
  sources: {
    about: 'Globs of the files that are sources; one with `!` in front takes files away.',
    shape: list(TEXT),
  },
  layout: {
    about: 'Where the annotations of a source are.',
    shape: oneOf({
      folder: 'Under `annotations/`, at the path of the source.',
      beside: 'Right beside the source.',
    }),
  },
  entityTypes: section('What entities can be, by id.', ENTITY_TYPE, 'entityType'),
  eventTypes: section('What events can be, by id.', EVENT_TYPE, 'eventType'),
  relationTypes: section(
    'What entities can be to one another, by id.',
    RELATION_TYPE,
    'relationType',
  ),
  attributes: section('What annotations can say besides, by name.', ATTRIBUTE, 'attribute'),
  links: section('Outside knowledge bases, by their key in `links:` of a record.', LINK, 'link'),
  requiredMetadata: {
    about: 'What every source must say of itself.',
    shape: list(
      oneOf(Object.fromEntries(METADATA_FIELDS.map((field) => [field, METADATA_WORDS[field]]))),
    ),
  },
  checks: {
    about: 'How severe each check is, by its code.',
    shape: map(
      {},
      { about: 'How severe this check is.', shape: oneOf(SEVERITY_VALUES), names: 'check' },
    ),
  },
  x: FOREIGN,
});

function section(
  about: string,
  shape: MapShape,
  names: 'entityType' | 'eventType' | 'relationType' | 'attribute' | 'link',
): KeyShape {
  const others = {
    about: 'What is said of it; `null` takes a built-in one away.',
    shape,
    names,
    orNull: true,
  };
  return { about, shape: map({}, others) };
}
