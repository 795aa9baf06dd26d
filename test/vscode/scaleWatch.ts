// Looks at the extension from outside while it is measured: when it starts, shows, draws and computes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { extension } from './commands';
import { present } from './expect';

/** Calls `viewed` when the view with this id was given its first nodes; the result ends that. */
export function watchTree(id: string, viewed: () => void): () => void {
  const { createTreeView } = vscode.window;
  const watching = <T>(name: string, options: vscode.TreeViewOptions<T>): vscode.TreeView<T> => {
    const { treeDataProvider: provider } = options;
    if (name === id) {
      const getChildren = provider.getChildren.bind(provider);
      provider.getChildren = (node?: T) => {
        const children = getChildren(node);
        if (Array.isArray(children) && children.length > 0) viewed();
        return children;
      };
    }
    return createTreeView(name, options);
  };
  Object.assign(vscode.window, { createTreeView: watching });
  return () => {
    Object.assign(vscode.window, { createTreeView });
  };
}

/** Gives how many styles were made from now on: they are, in the moment when they are drawn first. */
export function watchStyles(): () => number {
  const { createTextEditorDecorationType } = vscode.window;
  let styles = 0;
  const watching = (options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType => {
    styles += 1;
    return createTextEditorDecorationType(options);
  };
  Object.assign(vscode.window, { createTextEditorDecorationType: watching });
  return () => styles;
}

/** Gives when `activate` was called. VS Code takes the module that was loaded before. */
export function watchActivation(): () => number {
  const bundle = path.join(extension().extensionPath, 'dist', 'extension.js');
  const require = createRequire(bundle);
  const exports = require(bundle) as { activate(context: vscode.ExtensionContext): unknown };
  let at = Number.NaN;
  const measured = (context: vscode.ExtensionContext): unknown => {
    at = performance.now();
    return exports.activate(context);
  };
  const cached = present(require.cache[bundle], 'loaded bundle');
  cached.exports = { ...exports, activate: measured };
  return () => at;
}

/** The longest that no other task had its turn in the extension host, in milliseconds. */
export interface Blocks {
  /** By what its thread computed meanwhile, which other programs do not prolong. */
  readonly computing: number;
  readonly clock: number;
}

/** Watches from now on until asked. */
export function watchBlocks(): () => Blocks {
  let longest: Blocks = { computing: 0, clock: 0 };
  let clock = performance.now();
  let used = computed();
  const timer = setInterval(() => {
    const [now, cpu] = [performance.now(), computed()];
    const passed = now - clock;
    longest = {
      computing: Math.max(longest.computing, Math.min(passed, cpu - used)),
      clock: Math.max(longest.clock, passed),
    };
    [clock, used] = [now, cpu];
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** Milliseconds of the main thread where the system tells them, otherwise of all threads together. */
function computed(): number {
  try {
    const [nanoseconds] = readFileSync(
      `/proc/self/task/${String(process.pid)}/schedstat`,
      'utf8',
    ).split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
