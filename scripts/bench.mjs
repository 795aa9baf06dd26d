// @ts-check
// Bundles and runs the benchmarks, one after the other so that none disturbs another.
//
//   node scripts/bench.mjs [part of a name]

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './corpus.mjs';
import { runSuite } from './host-tests.mjs';
import { program, Stop } from './program.mjs';
import { filesUnder, inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

/**
 * Those that run inside VS Code: `bundle` is what esbuild calls it, `module` its file without
 * extension, and `prepare` makes what it needs beside the workspace.
 */
const IN_HOST = [
  { name: 'host', bundle: 'host-bench', module: 'bench', prepare: () => undefined },
  { name: 'host-scale', bundle: 'host-scale', module: 'scale', prepare: writeLargeCorpus },
];

/** What the limits of the large workspace are about. */
const LARGE = { sources: 5_000, annotations: 150_000, entities: 5_000, events: 1_000, seed: 3 };

/** @param {readonly string[]} args */
async function main([part = '']) {
  ensureDependencies();
  const files = filesUnder(['test/bench'], '.bench.ts').filter((file) => file.includes(part));
  const inHost = IN_HOST.filter(({ name }) => name.includes(part));
  if (files.length + inHost.length === 0) throw new Stop(`No benchmark matches ${part}.`);
  runModules(await built(files));
  for (const each of inHost) await runInHost(each);
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<readonly string[]>}
 */
async function built(files) {
  const { buildTests } = await import('../esbuild.mjs');
  return buildTests(files, inRoot('dist', 'bench'));
}

/** @param {readonly string[]} modules */
function runModules(modules) {
  for (const module of modules) {
    console.log(`\n▶ ${path.basename(module, '.bench.mjs')}`);
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', module], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) process.exitCode = 1;
  }
}

/**
 * What ships is measured, in an empty folder: nothing there activates the extension.
 * @param {(typeof IN_HOST)[number]} bench
 */
async function runInHost({ name, bundle, module, prepare }) {
  const { build } = await import('../esbuild.mjs');
  await build({ only: ['extension'], production: true });
  await build({ only: [bundle] });
  const temporary = temporaryFolder('bench');
  const workspace = path.join(temporary, 'empty');
  mkdirSync(workspace);
  await prepare(path.join(temporary, 'large'));
  console.log(`\n▶ ${name}`);
  const tests = inRoot('dist', 'test', 'vscode', module);
  const { isFailed } = await runSuite({ extensionDir: root, tests, workspace }, temporary, false);
  if (isFailed) process.exitCode = 1;
}

/**
 * Five thousand sources with their annotations, and one of 5 MB with 10,000 of its own.
 * @param {string} folder absolute path
 */
async function writeLargeCorpus(folder) {
  const [module = ''] = await built(['test/bench/corpus.ts']);
  const corpus = await import(pathToFileURL(module).href);
  const texts = corpus.annotatedTexts();
  const put = (/** @type {string} */ file, /** @type {string} */ text) => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  for (const file of corpus.corpusFiles({ ...LARGE, mentionsOfFirst: 1_000 }, texts)) {
    put(file.path, file.text);
  }
  for (let index = 0; index < LARGE.sources; index += 1) {
    put(corpus.sourcePath(index), texts[index % texts.length].source.text);
  }
  const long = corpus.longText(5_000_000, texts);
  const { path: file, text } = corpus.longFile('texts/long.txt', long, {
    ...LARGE,
    annotations: 10_000,
  });
  put('texts/long.txt', long.source.text);
  put(file, text);
  put('annotations/schema.yaml', 'format: schema/1\nsources: ["texts/**/*.txt"]\n');
}

await program(import.meta.url, main);
