import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands/table';
import { CHECKS } from '../../src/core/rules/allChecks';
import { parseFile } from '../../src/core/storage/parse';

interface Block {
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

const PAGES = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
const BLOCKS = PAGES.flatMap(blocksOf);
const GLOBAL = { directory: { type: 'string', short: 'C' }, format: { type: 'string' } } as const;

function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((match) => ({
    where: `${page}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1] ?? '',
    text: match[2] ?? '',
  }));
}

/** The calls in a text, as words; what a shell would do with them ends one. */
function callsIn(text: string): readonly (readonly string[])[] {
  const calls = [...text.matchAll(/(?:^|[|;&]|run:|-|\bnpx) *source-annotator +([^#\n]*)/gm)];
  return calls.map(([, words = '']) =>
    (words.split(/ (?:>>?|\|\|?|&&) /)[0] ?? '')
      .trim()
      .split(/ +/)
      .map((word) => word.replaceAll(/["']/g, '')),
  );
}

test('every YAML in the documentation of git parses', () => {
  const blocks = BLOCKS.filter(
    ({ language, where }) => language === 'yaml' && where.startsWith('docs/git.md'),
  );
  assert.ok(blocks.length > 2);
  for (const { where, text } of blocks) assert.doesNotThrow(() => parse(text) as unknown, where);
});

test('a schema in the documentation of git is one, and the checks that it sets exist', () => {
  const schemas = BLOCKS.filter(({ text }) => text.startsWith('format: schema/1'));
  assert.ok(schemas.some(({ where }) => where.startsWith('docs/git.md')));
  const known = new Set<string>(CHECKS.map(({ code }) => code));
  for (const { where, text } of schemas) {
    const file = parseFile('annotations/schema.yaml', text);
    assert.deepEqual(file?.problems, [], where);
    const { checks = {} } = parse(text) as { checks?: object };
    for (const code of Object.keys(checks)) assert.ok(known.has(code), `${where}: ${code}`);
  }
});

test('every command line in the documentation names a command, options and formats that exist', () => {
  const texts = BLOCKS.filter(({ language }) => ['sh', 'yaml'].includes(language));
  const calls = texts.flatMap(({ where, text }) =>
    callsIn(text).map((words) => ({ where, words })),
  );
  assert.ok(calls.length > 15);
  for (const { where, words } of calls) {
    const [name = '', ...args] = words;
    if (name.startsWith('--')) continue;
    const command = COMMANDS.get(name);
    assert.ok(command, `${where}: there is no command ${name}`);
    const options = { ...command.options, ...GLOBAL };
    const { values } = parseArgs({ args, options, allowPositionals: true });
    const { format } = values as { format?: string };
    if (format !== undefined) assert.ok(command.formats.includes(format), `${where}: ${format}`);
  }
});
