/** The schema of a workspace that has none of its own. */
import { CERTAINTIES, POLARITIES } from '../model/annotation';
import type { Schema } from '../model/schema';
import { BUILTIN_ENTITY_TYPES } from './builtin-entity-types';
import { BUILTIN_EVENT_TYPES } from './builtin-event-types';
import { BUILTIN_LINKS } from './builtin-links';
import { BUILTIN_RELATION_TYPES } from './builtin-relation-types';

/** Where what is said of an event holds: the passages that report it, and statements. */
const CLAIMS = ['event', 'statement'] as const;

export const BUILTIN_SCHEMA: Schema = {
  sources: ['**/*.{txt,md}'],
  layout: 'folder',
  entityTypes: BUILTIN_ENTITY_TYPES,
  eventTypes: BUILTIN_EVENT_TYPES,
  relationTypes: BUILTIN_RELATION_TYPES,
  attributes: {
    certainty: { values: CERTAINTIES, on: CLAIMS },
    polarity: { values: POLARITIES, on: CLAIMS },
    // NATO Admiralty code of the information: 1 is confirmed, 6 cannot be judged.
    credibility: { values: ['1', '2', '3', '4', '5', '6'], on: CLAIMS },
  },
  links: BUILTIN_LINKS,
  requiredMetadata: [],
  checks: {},
};

/** The same without any type: what a project starts from that declares all of its own. */
export const EMPTY_SCHEMA: Schema = {
  ...BUILTIN_SCHEMA,
  entityTypes: {},
  eventTypes: {},
  relationTypes: {},
};
