// Files that are wrong: each is reported at its line, keeps its last good state, and is not written.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, putCaretIn, select } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import { annotationFileOf, bytesUnder, read, remove, uriOf, write } from './workspace';

/** Each case is one file under `annotations/`, with what is reported in it and on which line. */
const CASES: readonly {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly line: string;
}[] = [
  {
    what: 'YAML that does not parse',
    path: 'annotations/entities/broken.yaml',
    text: 'format: entity/1\nid: broken\ntype: person\nname: "Broken" off\nnote: "n"\n',
    code: 'yaml-syntax',
    line: 'name: "Broken" off',
  },
  {
    what: 'a key that is there twice',
    path: 'annotations/entities/twofold.yaml',
    text: 'format: entity/1\nid: twofold\ntype: person\nname: "A"\nname: "B"\n',
    code: 'yaml-duplicate-key',
    line: 'name: "B"',
  },
  {
    what: 'an anchor of YAML',
    path: 'annotations/entities/anchored.yaml',
    text: 'format: entity/1\nid: anchored\ntype: person\nname: &n "A"\n',
    code: 'yaml-refused',
    line: 'name: &n "A"',
  },
  {
    what: 'a format of another major version',
    path: 'annotations/entities/newer.yaml',
    text: '# from the future\nformat: entity/2\nid: newer\ntype: person\nname: "Newer"\n',
    code: 'format-newer',
    line: 'format: entity/2',
  },
  {
    what: 'a source outside of the workspace',
    path: 'annotations/seeds/outside.txt.ann.yaml',
    text: 'format: source-annotations/1\nsource:\n  path: "../../outside.txt"\nannotations: {}\n',
    code: 'path-outside',
    line: '  path: "../../outside.txt"',
  },
  {
    what: 'a source that is a folder',
    path: 'annotations/seeds.ann.yaml',
    text: 'format: source-annotations/1\nsource:\n  path: "seeds"\nannotations: {}\n',
    code: 'source-missing',
    line: '  path: "seeds"',
  },
  {
    what: 'a participant that is not known',
    path: 'annotations/events/strange.yaml',
    text: `format: event/1
id: strange
type: consult
title: "Strange"
participants:
  - { role: actor, entity: nobody-knows }
`,
    code: 'participant-unknown',
    line: '  - { role: actor, entity: nobody-knows }',
  },
];

describe('a file that is wrong', () => {
  before(async () => {
    await extension().exports.ready();
    await write('seeds/outside.txt', 'The file that the place of its annotations names.\n');
  });

  for (const { what, path, text, code, line } of CASES) {
    it(`is reported at its line: ${what}`, async () => {
      await write(path, text);
      try {
        equal(await reportedIn(path, code), [[code, line]]);
      } finally {
        await remove(path);
      }
      await eventually('the report to go with the file', () => reports(path).length === 0);
    });
  }

  it('is reported at each annotation that has no certain place or no known record', async () => {
    await write('seeds/places.txt', 'He met Anna. She met Anna.\n');
    const path = annotationFileOf('seeds/places.txt');
    await write(
      path,
      `format: source-annotations/1
source:
  path: "seeds/places.txt"
annotations:
  a-000001:
    exact: "Nowhere"
    prefix: ""
    suffix: ""
    start: 900
    end: 907
    entity: wang-yi
  a-000002:
    exact: "Anna"
    prefix: ""
    suffix: ""
    start: 7
    end: 11
    entity: nobody-knows
`,
    );
    const found = await reportedIn(path, 'entity-unknown', 'orphaned');
    equal(found, [
      ['orphaned', '    exact: "Nowhere"'],
      ['entity-unknown', '    entity: nobody-knows'],
    ]);
  });

  it('is reported when two sources use the same id', async () => {
    for (const name of ['twin-a.txt', 'twin-b.txt']) {
      await write(`seeds/${name}`, 'Anna.\n');
      await write(
        annotationFileOf(`seeds/${name}`),
        `format: source-annotations/1
source:
  path: "seeds/${name}"
annotations:
  a-twin00:
    exact: "Anna"
    prefix: ""
    suffix: ".\\n"
    start: 0
    end: 4
    note: "n"
`,
      );
    }
    const found = await reportedIn(annotationFileOf('seeds/twin-b.txt'), 'id-duplicate');
    equal(found, [['id-duplicate', '  a-twin00:']]);
  });
});

describe('a file that breaks while it is in use', () => {
  const source = 'seeds/breaks.txt';
  const path = annotationFileOf(source);
  let broken = '';

  before(async () => {
    const editor = await openNew('breaks.txt', 'Beijing and Kyiv and Moscow.\n');
    select(editor, 'Beijing');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'beijing' });
    broken = `${await read(path)}  a-broken: { exact: "x\n`;
    await write(path, broken);
    await reportedIn(path, 'yaml-syntax');
  });

  after(closeAll);

  it('keeps its annotations visible from the last good state', async () => {
    const symbols = await eventually('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uriOf(source),
      );
      return found !== undefined && found.length > 0 && found;
    });
    equal(
      symbols.map(({ name }) => name),
      ['Beijing'],
    );
  });

  it('is not written by any command', async () => {
    const before = await bytesUnder('annotations');
    const editor = await open(source);
    select(editor, 'Kyiv');
    equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' }), []);
    equal(await annotate('sourceAnnotator.annotateEntity', { create: { type: 'place' } }), []);
    equal(await annotate('sourceAnnotator.annotateNote', { note: 'n' }), []);
    putCaretIn(editor, 'Beijing');
    await run('sourceAnnotator.deleteAnnotation');
    await run('sourceAnnotator.editSource', { path: source, fields: { title: 'T' } });
    equal(await bytesUnder('annotations'), before);
    equal(await read(path), broken);
  });

  it('is written again when it was mended', async () => {
    await write(path, broken.replace(/ {2}a-broken.*\n/, ''));
    await eventually('the report to go', () => reports(path).length === 0);
    select(await open(source), 'Moscow');
    const ids = await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    equal(ids.length, 1);
    ok((await read(path)).includes('entity: moscow'), 'the annotation is written');
  });
});

/** What is reported in a file once all the codes are there: code and line, in the order of the file. */
async function reportedIn(
  path: string,
  ...codes: readonly string[]
): Promise<readonly (readonly [string, string])[]> {
  const found = await eventually(`a report of ${codes.join(' and ')} in ${path}`, () => {
    const all = reports(path);
    const isThere = codes.every((code) => all.some((each) => codeOf(each.code) === code));
    if (!isThere && all.length > 0) throw new Error(`there is ${JSON.stringify(all)}`);
    return isThere ? all : undefined;
  });
  const lines = (await read(path)).split('\n');
  const sorted = found.toSorted((a, b) => a.range.start.compareTo(b.range.start));
  return sorted.map(({ code, range }) => [codeOf(code), lines[range.start.line] ?? '']);
}

function reports(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path));
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return typeof code === 'object' ? String(code.value) : '';
}
