/** Undo and redo of annotation changes, across all the files that a change touched. */
import type { Command } from './command';

export const undo: Command = ({ editing }) => editing.undo();
export const redo: Command = ({ editing }) => editing.redo();
