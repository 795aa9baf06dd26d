// @ts-check
// Builds every bundle of the project with esbuild: the extension, the command line, and the bundles
// that the test runners load.
//
//   node esbuild.mjs [--only=extension,cli,…] [--production] [--watch]

import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { program, Stop } from './scripts/program.mjs';
import { root } from './scripts/root.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {{ readonly production?: boolean, readonly only?: readonly string[] }} BuildRequest */

/** What `npm run build` builds: the files that ship. */
export const PRODUCT = Object.freeze(['extension', 'cli']);

const NODE_TARGET = 'node20';
const WEB_TARGET = 'es2023';

/** ECMAScript modules that contain CommonJS packages need a `require` of their own. */
const REQUIRE_FOR_ESM =
  "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);";

/**
 * An adapter `foo.node` has a twin `foo.web` for hosts without Node. One bundle has both, and runs the
 * one that fits where it is.
 * @type {import('esbuild').Plugin}
 */
const twins = {
  name: 'twins',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.node$/ }, ({ path: imported, resolveDir }) => ({
      path: path.resolve(resolveDir, imported),
      namespace: 'twins',
    }));
    build.onLoad({ filter: /.*/, namespace: 'twins' }, ({ path: file }) => {
      const name = `./${path.basename(file, '.node')}`;
      return {
        contents: `module.exports = typeof process === 'object' && process.versions?.node !== undefined
          ? require('${name}.node.ts')
          : require('${name}.web.ts');`,
        resolveDir: path.dirname(file),
      };
    });
  },
};

/**
 * The scripts find the repository by their own place, so tests import them and do not contain them.
 * @type {import('esbuild').Plugin}
 */
const scriptsOutside = {
  name: 'scripts-outside',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.mjs$/ }, ({ path: imported, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, imported)).href,
      external: true,
    }));
  },
};

/**
 * The extension, in Node or in a browser, and the command line need the same core: they share a
 * bundle, so that the package has it once. A part is loaded when it is asked for: the command line
 * never asks for `vscode`, nor the browser for Node.
 */
const ENTRY = `
  export const activate = async (context) =>
    (await import('./src/vscode/extension')).activate(context);
  export const runCommandLine = () => import('./src/cli/main');
`;
const CLI_ENTRY = "require('./extension.js').runCommandLine();";

/** Blocks of 256 characters in the Basic Multilingual Plane: every living script's common letters. */
const BASIC_PLANE_BLOCKS = 256;

/**
 * Leaves the rare scripts and symbols of the other planes out of the tables of `any-ascii`, which
 * would otherwise be more than half of every bundle. Their characters are skipped in ids.
 * @type {import('esbuild').Plugin}
 */
const basicPlane = {
  name: 'basic-plane',
  setup(build) {
    build.onLoad({ filter: /any-ascii[\\/]block\.js$/ }, async ({ path: file }) => {
      const table = await readFile(file, 'utf8');
      const contents = table.replaceAll(/^case (\d+):.*\n/gm, (line, block) =>
        Number(block) < BASIC_PLANE_BLOCKS ? line : '',
      );
      return { contents, loader: 'js' };
    });
  },
};

/** The names of the tests that are asked for, as a literal; empty for all. */
function wanted() {
  return JSON.stringify(process.env['GREP'] ?? '');
}

/** @type {BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  sourcemap: true,
};

/** @type {BuildOptions} */
const nodeModule = {
  ...common,
  platform: 'node',
  target: NODE_TARGET,
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  banner: { js: REQUIRE_FOR_ESM },
  external: ['esbuild', 'typescript', 'playwright-core'],
  plugins: [scriptsOutside, basicPlane],
};

/** @type {Readonly<Record<string, () => BuildOptions>>} */
const bundles = {
  extension: () => ({
    ...common,
    stdin: { contents: ENTRY, resolveDir: root, sourcefile: 'extension.js' },
    outfile: 'dist/extension.js',
    platform: 'browser',
    target: [NODE_TARGET, WEB_TARGET],
    format: 'cjs',
    external: ['vscode', 'node:*'],
    plugins: [twins, basicPlane],
  }),
  cli: () => ({
    ...common,
    stdin: { contents: CLI_ENTRY, resolveDir: root, sourcefile: 'cli.js' },
    outfile: 'dist/cli.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['./extension.js'],
    banner: { js: '#!/usr/bin/env node' },
  }),
  'host-tests': () => ({
    ...common,
    entryPoints: ['test/vscode/index.ts'],
    outfile: 'dist/test/vscode/index.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['vscode', 'mocha'],
    define: { GREP: wanted() },
  }),
  'roots-tests': () => ({
    ...common,
    entryPoints: ['test/vscode/roots.ts'],
    outfile: 'dist/test/vscode/roots.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['vscode', 'mocha'],
    define: { GREP: wanted() },
  }),
  'host-bench': () => ({
    ...common,
    entryPoints: ['test/vscode/bench.ts'],
    outfile: 'dist/test/vscode/bench.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['vscode'],
  }),
  'host-scale': () => ({
    ...common,
    entryPoints: ['test/vscode/scale.ts'],
    outfile: 'dist/test/vscode/scale.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['vscode'],
  }),
  'web-tests': () => ({
    ...common,
    entryPoints: ['test/vscode/web.ts'],
    outfile: 'dist/test/vscode/web.js',
    platform: 'browser',
    target: WEB_TARGET,
    format: 'cjs',
    external: ['vscode', 'node:*'],
    plugins: [twins, basicPlane],
    // Mocha's browser build is to set its globals, not to become what the bundle exports.
    define: { module: 'undefined', GREP: wanted() },
  }),
};

/**
 * @param {BuildRequest} request
 * @returns {readonly BuildOptions[]}
 */
function optionsOf({ production = false, only = PRODUCT }) {
  return only.map((name) => {
    const options = bundles[name];
    if (options === undefined) {
      throw new Stop(`No bundle is called ${name}; there are ${Object.keys(bundles).join(', ')}.`);
    }
    return production
      ? { ...options(), minify: true, sourcemap: false, legalComments: 'none' }
      : options();
  });
}

/**
 * Builds the named bundles; rejects with a `Stop` when one of them cannot be built.
 * @param {BuildRequest} [request]
 * @returns {Promise<readonly string[]>} the files that are in the bundles, as paths in the repository
 */
export async function build(request = {}) {
  /** @type {Set<string>} */
  const inputs = new Set();
  for (const options of optionsOf(request)) {
    const { metafile } = await bundle(options);
    for (const file of Object.keys(metafile.inputs)) inputs.add(file);
    if (options.outfile === undefined) continue;
    if (options.sourcemap === false) {
      await rm(path.join(root, `${options.outfile}.map`), { force: true });
    }
    if (options.banner?.['js']?.startsWith('#!') === true) {
      await chmod(path.join(root, options.outfile), 0o755);
    }
  }
  return [...inputs];
}

/**
 * Leaves a file that is as it should be alone: another process may be loading it.
 * @param {import('esbuild').OutputFile} output
 */
async function writeChanged({ path: file, contents }) {
  const before = await readFile(file).catch(() => undefined);
  if (before?.equals(contents) === true) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, contents);
}

/**
 * @param {BuildOptions} options
 * @returns {Promise<import('esbuild').BuildResult<{ metafile: true }>>}
 */
async function bundle(options) {
  try {
    const result = await esbuild.build({ ...options, metafile: true, write: false });
    await Promise.all(result.outputFiles.map(writeChanged));
    return result;
  } catch (error) {
    const isReported = error instanceof Error && 'errors' in error;
    throw isReported ? new Stop('The build failed: esbuild says above why.') : error;
  }
}

/**
 * Builds test or benchmark files as Node modules that share their chunks.
 * @param {readonly string[]} files paths inside the repository, below `test/`
 * @param {string} outdir absolute path of a folder inside the repository
 * @returns {Promise<string[]>} absolute paths of the modules, in the order of the files
 */
export async function buildTests(files, outdir) {
  if (files.length === 0) return [];
  await bundle({ ...nodeModule, entryPoints: [...files], outbase: 'test', outdir });
  return files.map((file) =>
    path.join(outdir, path.relative('test', file)).replace(/\.ts$/, '.mjs'),
  );
}

/**
 * Rebuilds the named bundles after every change, until the process ends.
 * @param {BuildRequest} request
 */
async function watch(request) {
  for (const options of optionsOf(request)) {
    const context = await esbuild.context({ ...options, logLevel: 'info' });
    await context.watch();
  }
}

/** @param {readonly string[]} args */
async function main(args) {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const unknown = args.find((arg) => !/^--(only=.+|watch|production)$/.test(arg));
  if (unknown !== undefined) throw new Stop(`Unknown argument ${unknown}.`);
  const request = {
    production: args.includes('--production'),
    ...(only === undefined ? {} : { only: only.split(',') }),
  };
  await (args.includes('--watch') ? watch(request) : build(request));
}

await program(import.meta.url, main);
