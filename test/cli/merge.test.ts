import assert from 'node:assert/strict';
import { chmod, mkdir, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { entityFile, lines } from '../core/workspace';
import { folderWith } from './folder';

const TEXT = 'Anna met Boris and Clara in Doha.';

function record(id: string, exact: string, ...more: readonly string[]): readonly string[] {
  const start = TEXT.indexOf(exact);
  const place = [`exact: "${exact}"`, `start: ${start}`, `end: ${start + exact.length}`];
  return [`  ${id}:`, ...[...place, ...more].map((line) => `    ${line}`)];
}

function file(...records: readonly (readonly string[])[]): string {
  const head = ['format: source-annotations/1', 'source:', '  path: s.txt', 'annotations:'];
  return lines(...head, ...records.flat());
}

const anna = record('a-00000a', 'Anna', 'entity: anna');
const boris = record('a-00000b', 'Boris', 'entity: boris');
const clara = record('a-00000c', 'Clara', 'entity: clara');
const doha = record('a-00000d', 'Doha', 'entity: doha');
const NAMES = ['base', 'ours', 'theirs'].map((side) => `${side}.ann.yaml`).join(' ');

function sides(base: string, ours: string, theirs: string): Readonly<Record<string, string>> {
  return { 'base.ann.yaml': base, 'ours.ann.yaml': ours, 'theirs.ann.yaml': theirs };
}

test('what each side did alone is in the result, which stands in the place of ours', async (t) => {
  const folder = await folderWith(t, sides(file(anna), file(anna, boris, doha), file(anna, clara)));
  const before = Object.keys(await folder.everything());
  assert.deepEqual(await folder.run(`merge ${NAMES}`), { status: 0, output: '', complaints: [] });
  assert.equal(await folder.read('ours.ann.yaml'), file(anna, boris, clara, doha));
  assert.deepEqual(Object.keys(await folder.everything()), before);
});

test('what both changed is a conflict with both versions, and said in words and as JSON', async (t) => {
  const other = (id: string): readonly string[] => record('a-00000a', 'Anna', `entity: ${id}`);
  const three = sides(file(anna, boris), file(other('anne'), boris), file(other('hanna'), boris));
  const folder = await folderWith(t, three);
  const ran = await folder.run(
    `merge ${NAMES} -o merged.ann.yaml --ours-label=main --theirs-label=%Y`,
  );
  assert.equal(ran.status, 1);
  assert.equal(ran.output, 'ours.ann.yaml: a-00000a, entity: ours anne, theirs hanna\n');
  const text = await folder.read('merged.ann.yaml');
  assert.match(text, /^<<<<<<< main/m);
  assert.match(text, /^>>>>>>> theirs/m);
  assert.ok(text.includes(other('anne').join('\n')) && text.includes(other('hanna').join('\n')));
  assert.equal(await folder.read('ours.ann.yaml'), three['ours.ann.yaml']);
  const json = await folder.run(`merge ${NAMES} --format json`);
  assert.deepEqual(JSON.parse(json.output), {
    conflicts: [{ id: 'a-00000a', field: 'entity', ours: 'anne', theirs: 'hanna' }],
  });
  assert.equal(json.status, 1);
});

test('the result may be printed; then what there is to say is said beside it', async (t) => {
  const folder = await folderWith(t, sides(file(anna), file(anna, boris), file(anna, doha)));
  const ran = await folder.run(`merge ${NAMES} -o -`);
  assert.deepEqual(ran, { status: 0, output: file(anna, boris, doha), complaints: [] });
  assert.equal((await folder.run(`merge ${NAMES} -o - --format json`)).status, 2);
});

test('a file that is not there is named so, and one that goes is removed', async (t) => {
  const folder = await folderWith(t, sides(file(anna), file(anna), file(anna)));
  const gone = await folder.run('merge base.ann.yaml ours.ann.yaml /dev/null -o ours.ann.yaml');
  assert.equal(gone.status, 0);
  await assert.rejects(stat(path.join(folder.path, 'ours.ann.yaml')));
  await folder.write('empty', '');
  await folder.write('ours.ann.yaml', file(anna));
  await folder.write('theirs.ann.yaml', file(boris));
  const both = await folder.run('merge empty ours.ann.yaml theirs.ann.yaml');
  assert.equal(both.status, 0);
  assert.equal(await folder.read('ours.ann.yaml'), file(anna, boris));
});

test('records and the schema are merged under any name, by what they say they are', async (t) => {
  const [own = ''] = Object.values(entityFile('anna'));
  const folder = await folderWith(t, {
    base: own,
    ours: `${own}note: "One."\n`,
    theirs: `${own}links: { wikidata: Q1 }\n`,
  });
  assert.equal((await folder.run('merge base ours theirs')).status, 0);
  const text = await folder.read('ours');
  assert.ok(text.includes('note: "One."') && text.includes('wikidata: Q1'), text);
  const deep = await folder.run('merge base ours theirs --path=sub/annotations/entities/anna.yaml');
  assert.equal(deep.status, 0);
});

test('a side that is no file of the format is merged by lines, and that is said', async (t) => {
  const text = (first: string, last: string): string => lines(first, 'b', 'c', 'd', 'e', last);
  const folder = await folderWith(t, sides(text('a', 'f'), text('A', 'f'), text('a', 'F')));
  const ran = await folder.run(`merge ${NAMES}`);
  assert.equal(ran.status, 0);
  assert.match(
    ran.complaints.join(),
    /is no file of the format, so its lines were merged as git does/,
  );
  assert.equal(await folder.read('ours.ann.yaml'), text('A', 'F'));

  await folder.write('theirs.ann.yaml', text('X', 'f'));
  const conflict = await folder.run(`merge ${NAMES} --format json`);
  assert.equal(conflict.status, 1);
  assert.deepEqual(JSON.parse(conflict.output), { conflicts: [], lineConflicts: 1 });
  assert.match(
    await folder.read('ours.ann.yaml'),
    /^<<<<<<< ours\nA\n=======\nX\n>>>>>>> theirs$/m,
  );
});

test('bytes that are no UTF-8 are kept; binary garbage is left as it was, and that is said', async (t) => {
  const latin = Buffer.from('é\nb\nc\nd\ne\n', 'latin1');
  const folder = await folderWith(t, {
    'base.ann.yaml': latin,
    'ours.ann.yaml': Buffer.concat([latin, Buffer.from('f\n')]),
    'theirs.ann.yaml': Buffer.concat([Buffer.from('a\n'), latin]),
  });
  const ran = await folder.run(`merge ${NAMES}`);
  assert.equal(ran.status, 0, ran.complaints.join());
  assert.match(ran.complaints.join(), /is not UTF-8/);
  const merged = (await folder.everything())['ours.ann.yaml'];
  assert.equal(merged, 'a\né\nb\nc\nd\ne\nf\n');

  const garbage = Buffer.from([0, 1, 2, 255, 0]);
  await folder.write('ours.ann.yaml', garbage);
  const left = await folder.run(`merge ${NAMES}`);
  assert.equal(left.status, 2);
  assert.match(left.complaints.join(), /Ours is left as it was/);
  assert.equal((await folder.everything())['ours.ann.yaml'], garbage.toString('latin1'));
});

test('a base with markers, as merged branches give, counts as both of its versions', async (t) => {
  const versions = (one: readonly string[], two: readonly string[]): string =>
    file(
      [
        '<<<<<<< Temporary merge branch 1',
        ...one,
        '=======',
        ...two,
        '>>>>>>> Temporary merge branch 2',
      ],
      boris,
    );
  const anne = record('a-00000a', 'Anna', 'entity: anne');
  const folder = await folderWith(
    t,
    sides(versions(anna, anne), file(anne, boris), file(anne, boris, doha)),
  );
  assert.equal((await folder.run(`merge ${NAMES}`)).status, 0);
  assert.equal(await folder.read('ours.ann.yaml'), file(anne, boris, doha));
  // Both are right on one of the versions: that is for a person to decide.
  await folder.write('ours.ann.yaml', file(anne, boris));
  await folder.write('theirs.ann.yaml', file(anna, boris));
  assert.equal((await folder.run(`merge ${NAMES}`)).status, 1);
});

test('ours keeps its rights, and a link to it stays one', async (t) => {
  const folder = await folderWith(t, sides(file(anna), file(anna, boris), file(anna, doha)));
  await mkdir(path.join(folder.path, 'there'));
  await chmod(path.join(folder.path, 'ours.ann.yaml'), 0o640);
  await symlink('../ours.ann.yaml', path.join(folder.path, 'there/link.ann.yaml'));
  const ran = await folder.run('merge base.ann.yaml there/link.ann.yaml theirs.ann.yaml');
  assert.equal(ran.status, 0);
  assert.equal(await folder.read('ours.ann.yaml'), file(anna, boris, doha));
  assert.equal((await stat(path.join(folder.path, 'ours.ann.yaml'))).mode & 0o777, 0o640);
});

test('wrong usage, a file that is missing and one that cannot be written have status 2', async (t) => {
  const folder = await folderWith(t, sides(file(anna), file(anna, boris), file(anna, doha)));
  assert.equal((await folder.run('merge base.ann.yaml ours.ann.yaml')).status, 2);
  assert.equal((await folder.run(`merge ${NAMES} more`)).status, 2);
  const missing = await folder.run('merge base.ann.yaml ours.ann.yaml nowhere');
  assert.deepEqual(
    [missing.status, missing.complaints],
    [2, ['Cannot read nowhere: there is no such file or folder.']],
  );
  const unwritten = await folder.run(`merge ${NAMES} -o nowhere/x.ann.yaml`);
  assert.equal(unwritten.status, 2);
  assert.match(unwritten.complaints.join(), /^Cannot write nowhere/);
  assert.equal(await folder.read('ours.ann.yaml'), file(anna, boris));
});
