/** `source-annotator textconv`: a file of the format in words, which `git diff` compares in its place. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readableText } from '../../core/review/readableText';
import { parseFile } from '../../core/storage/parse';
import { entityPath, eventPath, isRecordId } from '../../core/storage/paths';
import { usageError, type Command } from '../command';
import { writeJson } from '../terminal';
import { decodeUtf8 } from '../../node/decodeText';
import { reasonOf } from '../../node/folder';

export const textconv: Command = {
  summary: 'Print a YAML file in words, line by line, for git diff.',
  usage: 'textconv [--names DIR]… FILE',
  help: [
    'Each line says in words what the line of the file says, so that git blame still counts right:',
    'a passage in its context behind its id, and the names of records as the workspace folders of',
    '--names have them now. What is no file of the format is printed as it is. JSON: { "text" }.',
  ],
  formats: ['text', 'json'],
  options: { names: { type: 'string', multiple: true } },
  async run({ terminal, folder, format, args, options }) {
    const [file, ...others] = args;
    if (file === undefined || others.length > 0)
      return usageError(terminal, 'textconv takes one file.');
    const { names } = options;
    const folders = Array.isArray(names) ? names.map(String) : [];
    try {
      const bytes = await readFile(path.resolve(folder, file));
      const text = decodeUtf8(bytes);
      const known = await namesIn(
        folders.map((each) => path.resolve(folder, each)),
        idsIn(text),
      );
      const words = readableText(text, (id) => known.get(id));
      if (format === 'json') writeJson(terminal, { text: words });
      else terminal.write(words);
      return 0;
    } catch (error) {
      return usageError(terminal, `Cannot read ${file}: ${reasonOf(error)}.`);
    }
  },
};

/** Whatever may be the id of a record, behind a key or in a list. */
function idsIn(text: string): readonly string[] {
  const ids = [...text.matchAll(/\b(?:entity|event|place|target): ([a-z0-9][a-z0-9-]*)/g)];
  return [...new Set(ids.flatMap(([, id]) => id ?? []))].filter(isRecordId);
}

/** In the first folder that has such a record. */
async function namesIn(
  folders: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of ids) {
    for (const folder of folders) {
      const name = (await nameIn(folder, entityPath(id))) ?? (await nameIn(folder, eventPath(id)));
      if (name === undefined) continue;
      names.set(id, name);
      break;
    }
  }
  return names;
}

async function nameIn(folder: string, file: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, file), 'utf8').catch(() => undefined);
  const content = text === undefined ? undefined : parseFile(file, text)?.content;
  if (content?.kind === 'entity') return content.entity.name;
  return content?.kind === 'event' ? content.event.title : undefined;
}
