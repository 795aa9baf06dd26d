// @ts-check
// Writes pictures of the workbench with a source of the corpus, in every theme, for review and for
// the README. East Asian text needs a font for it on this computer, such as Noto Sans CJK.
//
//   node scripts/screenshot.mjs <folder for the pictures> [a source of the corpus]

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { program, Stop } from './program.mjs';
import { inRoot } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

await program(import.meta.url, async ([folder, source]) => {
  if (folder === undefined) throw new Stop('Name the folder for the pictures.');
  ensureDependencies();
  const { build, buildTests } = await import('../esbuild.mjs');
  await build({ only: ['extension'] });
  const [pictures = ''] = await buildTests(['test/ui/pictures.ts'], inRoot('dist', 'pictures'));
  const { takePictures } = await import(pathToFileURL(pictures).href);
  await takePictures(path.resolve(folder), source ?? 'seeds/001_0eb4975a21467d31.txt');
});
