/** The language features of the extension; each registers itself on the services. */
import type { Services } from '../services';
import { registerDefinition } from './definition';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerReferences } from './references';
import { registerSourceContext } from './sourceContext';
import { registerSymbols } from './symbols';

export const PROVIDERS: readonly ((services: Services) => void)[] = [
  registerDefinition,
  registerHover,
  registerReferences,
  registerSymbols,
  registerDiagnostics,
  registerSourceContext,
];
