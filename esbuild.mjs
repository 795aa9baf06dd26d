// @ts-check
// Builds every bundle of the project with esbuild: the extension for Node and for the web, the
// command line, and the bundles that the test runners load.
//
//   node esbuild.mjs [--only=extension,web,cli,…] [--production] [--watch]

import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { isMain, root } from './scripts/root.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */
/** @typedef {{ readonly production?: boolean, readonly only?: readonly string[] }} BuildRequest */

/** What `npm run build` builds: the files that ship. */
export const PRODUCT = Object.freeze(['extension', 'web', 'cli']);

const NODE_TARGET = 'node20';
const WEB_TARGET = 'es2023';

/** ECMAScript modules that contain CommonJS packages need a `require` of their own. */
const REQUIRE_FOR_ESM =
  "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);";

/**
 * In the web bundle an adapter `foo.node` stands for its twin `foo.web`.
 * @type {import('esbuild').Plugin}
 */
const webTwins = {
  name: 'web-twins',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.node$/ }, ({ path: imported, resolveDir }) => ({
      path: path.resolve(resolveDir, imported.replace(/\.node$/, '.web.ts')),
    }));
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
  plugins: [scriptsOutside],
};

/** @type {Readonly<Record<string, () => BuildOptions>>} */
const bundles = {
  extension: () => ({
    ...common,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
    external: ['vscode'],
  }),
  web: () => ({
    ...common,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    target: WEB_TARGET,
    format: 'cjs',
    external: ['vscode'],
    plugins: [webTwins],
  }),
  cli: () => ({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    target: NODE_TARGET,
    format: 'cjs',
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
  }),
  'web-tests': () => ({
    ...common,
    entryPoints: ['test/vscode/web.ts'],
    outfile: 'dist/test/vscode/web.js',
    platform: 'browser',
    target: WEB_TARGET,
    format: 'cjs',
    external: ['vscode'],
    plugins: [webTwins],
    // Mocha's browser build is to set its globals, not to become what the bundle exports.
    define: { module: 'undefined' },
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
      throw new Error(`No bundle is called ${name}; there are ${Object.keys(bundles).join(', ')}.`);
    }
    return production ? { ...options(), minify: true, sourcemap: false } : options();
  });
}

/**
 * Builds the named bundles; rejects when one of them cannot be built (esbuild has then printed why).
 * @param {BuildRequest} [request]
 * @returns {Promise<void>}
 */
export async function build(request = {}) {
  for (const options of optionsOf(request)) {
    await esbuild.build(options);
    if (options.outfile === undefined) continue;
    if (options.sourcemap === false) {
      await rm(path.join(root, `${options.outfile}.map`), { force: true });
    }
    if (options.banner?.['js']?.startsWith('#!') === true) {
      await chmod(path.join(root, options.outfile), 0o755);
    }
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
  await esbuild.build({ ...nodeModule, entryPoints: [...files], outbase: 'test', outdir });
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
  if (unknown !== undefined) throw new Error(`Unknown argument ${unknown}.`);
  const request = {
    production: args.includes('--production'),
    ...(only === undefined ? {} : { only: only.split(',') }),
  };
  await (args.includes('--watch') ? watch(request) : build(request));
}

if (isMain(import.meta.url)) {
  main(process.argv.slice(2)).catch((/** @type {unknown} */ error) => {
    const isBuildFailure = error instanceof Error && 'errors' in error;
    if (!isBuildFailure) console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
