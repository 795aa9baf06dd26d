#!/usr/bin/env node
// @ts-check
// Writes the ids that package.json declares as TypeScript types, so that the compiler holds the
// tables of the extension against the manifest. With --check it only says whether they are current.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
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

const formatted = await format(text, { ...(await resolveConfig(target)), parser: 'typescript' });
const current = await readFile(target, 'utf8').catch(() => '');
if (process.argv.includes('--check')) {
  if (current !== formatted) {
    console.error('The generated ids are not those of package.json: run npm run generate.');
    process.exit(1);
  }
} else {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, formatted);
}
