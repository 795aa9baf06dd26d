/** Saves what could not be written before, in every project of the window. */
import type { Command } from './command';

export const retry: Command = ({ pending }) => pending.retry();
