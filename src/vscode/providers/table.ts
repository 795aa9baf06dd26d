/** The language features of the extension; each registers itself on the services. */
import type { Services } from '../services';
import { registerCompareHover } from './compareHover';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { registerDiagnostics } from './diagnostics';
import { registerFixes } from './fixes';
import { registerHover } from './hover';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerReviewHover } from './reviewHover';
import { registerSymbols } from './symbols';
import { registerYamlHover } from './yamlHover';

export const PROVIDERS: readonly ((services: Services) => void)[] = [
  registerCompletion,
  registerDefinition,
  registerHover,
  registerYamlHover,
  registerReviewHover,
  registerCompareHover,
  registerReferences,
  registerRename,
  registerSymbols,
  registerDiagnostics,
  registerFixes,
];
