/** What a command was given beside the services: JSON from a key binding, a macro or a test. */
import * as vscode from 'vscode';
import { isJsonObject } from '../../core/operations/fieldChecks';

/** The fields of a plain object; none for what menus and trees hand over. */
export function given(argument: unknown): Readonly<Record<string, unknown>> {
  const isPlain = isJsonObject(argument) && !(argument instanceof vscode.Uri);
  return isPlain ? argument : {};
}

export function givenText(argument: unknown, key: string): string | undefined {
  const value = given(argument)[key];
  return typeof value === 'string' ? value : undefined;
}

/** Whether the field is there, be it `null`: it answers the question, so nobody is asked. */
export function isGiven(argument: unknown, key: string): boolean {
  return Object.hasOwn(given(argument), key);
}
