/** The views of the sidebar; each registers itself on the services. */
import type { ViewId } from '../generated/manifest';
import type { Services } from '../services';
import { registerCompare } from './compare';
import { registerEntities } from './entities';
import { registerEvents } from './events';
import { registerReview } from './review';
import { registerSuggestions } from './suggestions';
import { registerThisSource } from './thisSource';

export const VIEWS = {
  'sourceAnnotator.entities': registerEntities,
  'sourceAnnotator.events': registerEvents,
  'sourceAnnotator.thisSource': registerThisSource,
  'sourceAnnotator.suggestions': registerSuggestions,
  'sourceAnnotator.review': registerReview,
  'sourceAnnotator.compare': registerCompare,
} satisfies Record<ViewId, (services: Services) => void>;
