// @ts-check
// Where the repository is and what lies in it, for every script, whatever the current directory.

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Absolute path of the repository. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @param {...string} parts
 * @returns {string} absolute path of something in the repository
 */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/**
 * @param {readonly string[]} folders paths inside the repository; one that does not exist is empty
 * @param {string} suffix how the names end
 * @returns {string[]} paths inside the repository, with `/`, in order
 */
export function filesUnder(folders, suffix) {
  return folders
    .filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) =>
      readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(suffix))
        .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
    )
    .sort();
}

/**
 * @param {string} moduleUrl the `import.meta.url` of the caller
 * @returns {boolean} whether that module is the program that Node was asked to run
 */
export function isMain(moduleUrl) {
  const program = process.argv[1];
  return program !== undefined && moduleUrl === pathToFileURL(realpathSync(program)).href;
}
