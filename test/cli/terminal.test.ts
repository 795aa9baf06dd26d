import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeSource, decodeUtf8, isExactly } from '../../src/node/decodeText';
import { commandHelp, generalHelp } from '../../src/cli/help';
import { COMMANDS } from '../../src/cli/commands/table';
import { alignedRows, plural } from '../../src/cli/terminal';

test('columns are as wide as their widest cell, and lines end with no space', () => {
  assert.equal(
    alignedRows([
      ['a', 'bb', ''],
      ['ccc', 'd', 'e'],
    ]),
    'a    bb\nccc  d   e\n',
  );
  assert.equal(alignedRows([]), '');
});

test('one is one and all else is many', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => plural(count, 'file')),
    ['0 files', '1 file', '2 files'],
  );
  assert.equal(plural(2, 'entity', 'entities'), '2 entities');
});

test('the help names every command, and each command its own usage and formats', () => {
  for (const [name, command] of COMMANDS) {
    assert.match(generalHelp(), new RegExp(`^ {2}${name} +\\S`, 'm'));
    assert.ok(command.usage.startsWith(name));
    assert.ok(commandHelp(command).includes(`Formats: ${command.formats.join(', ')}`));
    assert.equal(command.formats[0], 'text');
    assert.ok(command.formats.includes('json'));
    for (const line of command.help) assert.ok(line.length <= 100);
  }
});

test('the byte order mark of a record file is part of its text', () => {
  const bytes = Buffer.from('\uFEFFa', 'utf8');
  assert.equal(decodeUtf8(bytes), '\uFEFFa');
  assert.ok(isExactly(bytes, decodeUtf8(bytes)));
});

test('bytes that are no UTF-8 are told from a text that holds replacement characters', () => {
  assert.ok(!isExactly(Buffer.from([0x61, 0xff]), decodeUtf8(Buffer.from([0x61, 0xff]))));
  assert.ok(isExactly(Buffer.from('a\uFFFD', 'utf8'), 'a\uFFFD'));
});

test('a source in UTF-16 is known by its byte order mark', () => {
  assert.equal(decodeSource(Buffer.from('\uFEFFé😀', 'utf16le')), 'é😀');
  assert.equal(decodeSource(Buffer.from('\uFEFFé😀', 'utf16le').swap16()), 'é😀');
  assert.equal(decodeSource(new Uint8Array()), '');
});
