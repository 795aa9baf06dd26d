#!/usr/bin/env node
// @ts-check
// Writes what is said elsewhere in another form: the ids that package.json declares as TypeScript types, so
// that the compiler holds the tables of the extension against the manifest; and the shapes of the files,
// src/core/shape, as JSON Schemas. With --check it only says whether they are current.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}src/vscode/generated/manifest.ts`;

/** @type {{ contributes: Record<string, any> }} */
const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
const { commands, views, configuration, colors } = manifest.contributes;

/** @param {string} name @param {readonly string[]} ids */
const union = (name, ids) =>
  `export type ${name} = ${[...ids]
    .sort()
    .map((id) => `| '${id}'`)
    .join(' ')};\n`;

const text = [
  '/** Generated from package.json by `npm run generate`; do not edit. */\n\n',
  union(
    'CommandId',
    commands.map((/** @type {{ command: string }} */ each) => each.command),
  ),
  union(
    'ViewId',
    Object.values(views).flatMap((list) =>
      list.map((/** @type {{ id: string }} */ each) => each.id),
    ),
  ),
  union('SettingId', Object.keys(configuration.properties)),
  union(
    'ColorId',
    colors.map((/** @type {{ id: string }} */ each) => each.id),
  ),
].join('\n');

/** @type {Map<string, string>} absolute path → text */
const files = new Map([[target, await pretty(target, text, 'typescript')]]);
const { JSON_SCHEMA_PATHS, jsonSchemaOf } = await shapes();
for (const [kind, path] of Object.entries(JSON_SCHEMA_PATHS)) {
  const schema = JSON.stringify(jsonSchemaOf(kind));
  files.set(`${root}${path}`, await pretty(`${root}${path}`, schema, 'json'));
}

/** @type {string[]} */
const stale = [];
for (const [path, wanted] of files) {
  if ((await readFile(path, 'utf8').catch(() => '')) !== wanted) stale.push(path);
}
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    const names = stale.map((path) => path.slice(root.length)).join(', ');
    console.error(`What is generated is not current: run npm run generate (${names}).`);
    process.exit(1);
  }
} else {
  for (const path of stale) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, files.get(path) ?? '');
  }
}

/** @param {string} path @param {string} content @param {string} parser */
async function pretty(path, content, parser) {
  return await format(content, { ...(await resolveConfig(path)), parser });
}

/** @returns {Promise<Record<string, any>>} the module of src/core that has the shapes as JSON Schemas */
async function shapes() {
  const outfile = `${root}dist/generate/shapes.mjs`;
  await build({
    entryPoints: [`${root}src/core/shape/jsonSchema.ts`],
    bundle: true,
    packages: 'external',
    outfile,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return await import(pathToFileURL(outfile).href);
}
