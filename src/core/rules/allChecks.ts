/** Every code that a problem can have, for lists of checks and for their documentation. */
import { RULES } from './index';
import { LOADING_CHECKS, PARSER_CHECKS } from './parserChecks';
import type { Check } from './rule';

/** In the order of `docs/checks.md`, which has a section for each. */
export const CHECKS: readonly Check[] = [...RULES, ...PARSER_CHECKS, ...LOADING_CHECKS];
