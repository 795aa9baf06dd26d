// The default keys: one family that takes no key from VS Code and none that types a character.

import * as vscode from 'vscode';
import { declaredCommands, manifest } from './commands';
import { equal, ok } from './expect';

const DEFAULTS = 'vscode://defaultsettings/keybindings.json';
/** Where a key counts: while a mode of the editor is on, or in one view. */
const LIMITED =
  /(?<!!)sourceAnnotator\.(?:suggesting|adjusting)\b|focusedView == \S+|comment == draft/;

describe('the default keys', () => {
  it('all begin with the same stroke, but for those that count in a mode or in a view only', () => {
    const strokes = (pick: (binding: { key: string; mac?: string }) => string): string[] => [
      ...new Set(
        manifest()
          .contributes.keybindings.filter(({ when }) => !LIMITED.test(when))
          .map((each) => first(pick(each))),
      ),
    ];
    equal(
      strokes(({ key }) => key),
      ['alt+a'],
    );
    equal(
      strokes(({ mac = '' }) => mac),
      ['ctrl+cmd+a'],
    );
  });

  it('are each of one command, and each command is one of ours', () => {
    const bindings = manifest().contributes.keybindings;
    const places = bindings.map(({ key, when }) => `${key} when ${LIMITED.exec(when)?.[0] ?? ''}`);
    equal(new Set(places).size, bindings.length, 'The number of keys');
    const known = declaredCommands();
    equal(
      bindings.filter(({ command }) => !known.includes(command)),
      [],
    );
  });

  it('never use Ctrl+Alt, which is AltGr and types characters', () => {
    const keys = manifest().contributes.keybindings.map(({ key }) => key);
    equal(
      keys.filter((key) => /ctrl\+alt|alt\+ctrl/.test(key)),
      [],
    );
  });

  it('shadow no default binding of VS Code', async () => {
    const defaults = await defaultBindings();
    ok(defaults.length > 500, 'VS Code gives its default bindings');
    const others = defaults.filter(({ command }) => !command.startsWith('sourceAnnotator.'));
    const clashes = others.filter(({ key }) => ['alt+a', 'ctrl+cmd+a'].includes(first(key)));
    equal(
      clashes.filter(({ when = '' }) => !isLeftAlone(when)),
      [],
    );
    const ours = defaults.filter(({ command }) => command.startsWith('sourceAnnotator.'));
    equal(ours.length, manifest().contributes.keybindings.length, 'The number of keys in force');
  });
});

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** Whether none of our keys that begin alike counts where a binding of VS Code does. */
function isLeftAlone(when: string): boolean {
  const conditions = when.split(' && ');
  const ours = manifest().contributes.keybindings.filter(({ key }) => first(key) === 'alt+a');
  return ours.every((each) =>
    conditions.some((condition) => each.when.split(' && ').includes(`!${condition}`)),
  );
}

/** What the editor of default key bindings shows, where comments stand before and behind the list. */
async function defaultBindings(): Promise<readonly Binding[]> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(DEFAULTS));
  const text = document.getText();
  const list = text.slice(text.indexOf('['), text.lastIndexOf('\n]') + 2);
  return JSON.parse(list) as readonly Binding[];
}

function first(key: string): string {
  return key.split(' ')[0] ?? '';
}
