/** What a command is: it gets the services, and the arguments that VS Code or a link gave it. */
import type { Services } from '../services';

export type Command = (services: Services, ...args: readonly unknown[]) => unknown;
