// Measures inside a real VS Code, in a folder without annotations: how long the extension takes to
// start, and to tag a passage of a source with 10,000 words and 1,000 mentions.

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { median, percentile, report } from '../bench/measure';
import { annotate, extension } from './commands';
import { open, rangeOf, select } from './editors';
import { pause } from './eventually';
import { equal, ok, present } from './expect';
import { annotationFileOf, read, write } from './workspace';

const SOURCE = 'seeds/long.txt';
const WORDS = 10_000;
const MENTIONS = 1_000;
const ROUNDS = 50;
/** Somebody who tags goes on to the next passage; what follows a change is over by then. */
const PAUSE_MS = 500;
const LIMITS = { activate: 50, tag: 100 };

export async function run(): Promise<void> {
  const started = await start();
  await write(SOURCE, longText());
  await write('annotations/entities/anna.yaml', ANNA);
  await write(annotationFileOf(SOURCE), mentions());
  const read = await timed(() => extension().exports.ready());
  const { saved, decorated, bare, answer, plain } = await tag();

  const p95 = percentile(decorated, 95);
  report('Inside VS Code (10,000 words, 1,000 mentions)', [
    ['loading the bundle', inMs(started.load)],
    [`activate (limit ${LIMITS.activate} ms)`, inMs(started.activate)],
    ['reading the annotations', inMs(read)],
    ['tag to saved, median', inMs(median(saved))],
    ['tag to saved, p95', inMs(percentile(saved, 95))],
    ['tag to saved and decorated, median', inMs(median(decorated))],
    [`tag to saved and decorated, p95 (limit ${LIMITS.tag} ms)`, inMs(p95)],
    ['for comparison: bare write and rename of the same bytes, median', inMs(median(bare))],
    ['the window answers, nothing changed, median', inMs(median(answer))],
    ['the window answers, 1,000 plain ranges set, median', inMs(median(plain))],
    ['the same, p95', inMs(percentile(plain, 95))],
  ]);
  ok(started.activate < LIMITS.activate, 'activate is within its limit');
  ok(p95 < LIMITS.tag, 'tagging is within its limit');
}

/**
 * VS Code takes the module that was loaded before, so that the call of `activate` is measured alone:
 * without loading the bundle, and without what VS Code itself does around it.
 */
async function start(): Promise<{ readonly load: number; readonly activate: number }> {
  ok(!extension().isActive, 'the extension has not been activated yet');
  const bundle = path.join(extension().extensionPath, 'dist', 'extension.js');
  const require = createRequire(bundle);
  let before = performance.now();
  const exports = require(bundle) as { activate(context: vscode.ExtensionContext): unknown };
  const load = performance.now() - before;
  let activate = Number.NaN;
  const measured = (context: vscode.ExtensionContext): unknown => {
    before = performance.now();
    const api = exports.activate(context);
    activate = performance.now() - before;
    return api;
  };
  const cached = present(require.cache[bundle], 'loaded bundle');
  cached.exports = { ...exports, activate: measured };
  await extension().activate();
  return { load, activate };
}

type Figure = 'saved' | 'decorated' | 'bare' | 'answer' | 'plain';

async function tag(): Promise<Readonly<Record<Figure, readonly number[]>>> {
  const figures = { saved: [], decorated: [], bare: [], answer: [], plain: [] } as Record<
    Figure,
    number[]
  >;
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  try {
    const editor = await open(SOURCE);
    const ranges = Array.from({ length: MENTIONS }, (_, index) =>
      rangeOf(editor.document, 'Anna', index + 1),
    );
    const plain = vscode.window.createTextEditorDecorationType({ fontWeight: 'bold' });
    for (let round = 1; round <= ROUNDS; round++) {
      figures.answer.push(await timed(() => answer(editor, ranges[0]?.start)));
      editor.setDecorations(plain, ranges);
      figures.plain.push(await timed(() => answer(editor, ranges[0]?.start)));
      editor.setDecorations(plain, []);
      select(editor, 'Anna', MENTIONS + round);
      await pause(PAUSE_MS);

      const start = performance.now();
      const [id = ''] = await annotate('sourceAnnotator.annotateEntity', { entity: 'anna' });
      figures.saved.push(performance.now() - start);
      await pause(0);
      const links = await answer(editor, editor.selection.start);
      figures.decorated.push(performance.now() - start);

      equal(links.length, 1, 'The number of records at the passage');
      const text = await read(annotationFileOf(SOURCE));
      ok(text.includes(`  ${id}:\n`), 'the annotation is on disk');
      await pause(PAUSE_MS);
      figures.bare.push(await timed(() => replace(folder, text)));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return figures;
}

/**
 * Asks the window for the record at a position. It gets messages in their order: when it answers, it
 * has the decorations that were set before. The extension sets them in the task behind the one that
 * saved, so one more task has to pass before the window is asked.
 */
async function answer(
  { document }: vscode.TextEditor,
  position: vscode.Position | undefined,
): Promise<readonly vscode.LocationLink[]> {
  return vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function replace(folder: string, text: string): Promise<void> {
  await writeFile(path.join(folder, 'next'), text, { flush: true });
  await rename(path.join(folder, 'next'), path.join(folder, 'now'));
}

const ANNA = 'format: entity/1\nid: anna\ntype: person\nname: "Anna"\n';

function longText(): string {
  const words = Array.from({ length: WORDS }, (_, index) =>
    index % 9 === 4 ? 'Anna' : `word${index % 97}`,
  );
  return words.join(' ').replaceAll('word96', 'word96.\n');
}

/** The first of the names, as the extension writes them. */
function mentions(): string {
  const text = longText();
  const lines = ['format: source-annotations/1', 'source:', `  path: "${SOURCE}"`, 'annotations:'];
  let at = -1;
  for (let index = 0; index < MENTIONS; index++) {
    at = text.indexOf('Anna', at + 1);
    lines.push(
      `  a-${index.toString(36).padStart(6, '0')}:`,
      '    exact: "Anna"',
      `    prefix: ${JSON.stringify(text.slice(Math.max(0, at - 20), at))}`,
      `    suffix: ${JSON.stringify(text.slice(at + 4, at + 24))}`,
      `    start: ${at}`,
      `    end: ${at + 4}`,
      '    entity: anna',
    );
  }
  return `${lines.join('\n')}\n`;
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
