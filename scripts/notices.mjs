// @ts-check
// The licences of the packages that are in the bundles, as their authors ask for.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Stop } from './program.mjs';
import { inRoot } from './root.mjs';

const PACKAGE = /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/**
 * @param {readonly string[]} files that are in the bundles, as paths in the repository
 * @returns {string} name, version and licence of each package among them, in order of the names
 */
export function noticesOf(files) {
  const folders = new Map(
    files.flatMap((file) => {
      const match = PACKAGE.exec(file);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
    }),
  );
  const notices = [...folders].map(([folder, name]) => noticeOf(inRoot(folder), name));
  return ['Source Annotator contains these packages.', ...notices.sort()].join('\n\n');
}

/**
 * @param {string} folder absolute path of a package
 * @param {string} name
 * @returns {string}
 */
function noticeOf(folder, name) {
  const licence = existsSync(folder)
    ? readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
    : undefined;
  if (licence === undefined) {
    throw new Stop(`The bundled package ${name} has no licence file: leave it out or ask for one.`);
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(path.join(folder, licence), 'utf8').trim();
  return `${'-'.repeat(72)}\n${name} ${version}\n\n${text}`;
}
