/** The language features of the extension; each registers itself on the services. */
import type { Services } from '../services';
import { registerDefinition } from './definition';
import { registerDiagnostics } from './diagnostics';
import { registerFixes } from './fixes';
import { registerHover } from './hover';
import { registerReferences } from './references';
import { registerSymbols } from './symbols';

export const PROVIDERS: readonly ((services: Services) => void)[] = [
  registerDefinition,
  registerHover,
  registerReferences,
  registerSymbols,
  registerDiagnostics,
  registerFixes,
];
