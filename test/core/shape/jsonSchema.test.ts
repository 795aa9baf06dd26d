import { Ajv, type ValidateFunction } from 'ajv';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { CERTAINTIES, POLARITIES, STATUSES } from '../../../src/core/model/annotation';
import { EVENT_STATUSES, RELIABILITIES, SOURCE_STATES } from '../../../src/core/model/records';
import { METADATA_FIELDS } from '../../../src/core/model/schema';
import { schemaText, TEMPLATES } from '../../../src/core/schema/templates';
import { PALETTE } from '../../../src/core/schema/palette';
import { JSON_SCHEMA_PATHS, jsonSchemaOf } from '../../../src/core/shape/jsonSchema';
import { shapeAt } from '../../../src/core/shape/fileShapes';
import {
  ANNOTATION_KEYS,
  ENTITY_KEYS,
  EVENT_KEYS,
  SOURCE_KEYS,
} from '../../../src/core/storage/fields';
import { COMMENT_KEYS } from '../../../src/core/storage/threads';
import { RELATION_KEYS } from '../../../src/core/storage/relations';
import { REJECTION_KEYS } from '../../../src/core/storage/rejections';
import { SCHEMA_KEYS } from '../../../src/core/storage/editSchema';
import { fileKind, type FileKind } from '../../../src/core/storage/paths';

const KINDS: readonly FileKind[] = ['annotations', 'entity', 'event', 'schema'];

const ajv = new Ajv({ strict: false, allErrors: true });
const VALIDATORS = new Map(
  KINDS.map((kind): [FileKind, ValidateFunction] => {
    const text = readFileSync(JSON_SCHEMA_PATHS[kind], 'utf8');
    return [kind, ajv.compile(JSON.parse(text) as object)];
  }),
);

function complaints(kind: FileKind, text: string): readonly string[] {
  const validate = VALIDATORS.get(kind);
  assert.ok(validate !== undefined);
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('the JSON Schemas', () => {
  it('are those that the shapes give', () => {
    for (const kind of KINDS) {
      const written: unknown = JSON.parse(readFileSync(JSON_SCHEMA_PATHS[kind], 'utf8'));
      assert.deepEqual(written, JSON.parse(JSON.stringify(jsonSchemaOf(kind))), 'npm run generate');
    }
  });

  it('are contributed to the YAML extension, each for the files of its kind', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { yamlValidation: readonly { fileMatch: string; url: string }[] };
    };
    const urls = manifest.contributes.yamlValidation.map(({ url }) => url.replace('./', ''));
    assert.deepEqual([...urls].sort(), Object.values(JSON_SCHEMA_PATHS).sort());
  });

  it('find nothing wrong in the corpus', () => {
    const files = filesUnder('annotations');
    assert.ok(files.length > 100);
    for (const file of files) {
      const kind = fileKind(file.split(path.sep).join('/'));
      assert.ok(kind !== undefined, file);
      assert.deepEqual(complaints(kind, readFileSync(file, 'utf8')), [], file);
    }
  });

  it('find nothing wrong in the starting points', () => {
    for (const template of TEMPLATES) {
      const text = schemaText(template, { sources: ['**/*.txt'], layout: 'folder' });
      assert.deepEqual(complaints('schema', text), [], template.id);
    }
  });

  it('take everything that the format can say, foreign data and unknown keys included', () => {
    const good: Readonly<Record<FileKind, string>> = {
      annotations: `
format: source-annotations/1
source: { path: a.txt, published: 2024, language: en, reliability: B, body: [[0, 10]], state: done, reviewedBy: [AB], foreign: 1 }
annotations:
  a-000001: { exact: x, prefix: "", suffix: "", start: 0, end: 1, entity: wang-yi, x: { any: [1] } }
  a-000002:
    fragments: [{ exact: x, start: 0, end: 1 }, { exact: y, start: 5, end: 6 }]
    event: talks
    roles: [{ role: actor, target: a-000001 }]
    certainty: probable
    polarity: negative
    credibility: 2
    attributes: { tone: calm, number: 3, sure: true }
    status: disputed
    by: AB
    decision: none
    thread: [{ by: AB, text: Why? }, { resolved: true }]
rejected:
  r-000001: { exact: x, start: 0, end: 1, entity: wang-yi }
  r-000002: { exact: y, start: 5, end: 6, type: time }
x: { source: elsewhere }
`,
      entity: `
format: entity/1
id: wang-yi
type: person
name: "Wang Yi"
aliases: [Wang, { text: 王毅, language: zh-Hans }]
links: { wikidata: Q1 }
relations: [{ type: leads, entity: ministry, date: "2013", evidence: [a-000001], note: n }]
thread: [{ text: 2024, resolved: false }]
mergedInto: other
`,
      event: `
format: event/1
id: talks
type: consult
mode: phone
title: Talks
date: 2024-06-01
place: kyiv
participants: [{ role: actor, entity: wang-yi }]
status: occurred
`,
      schema: `
format: schema/1
extends: none
sources: [a]
layout: beside
entityTypes: { person: null, gov: { parent: org, color: red, key: g } }
eventTypes: { a: , b: { parent: a, modes: [x], roles: { r: , s: { types: [gov], min: 1, max: 2 } } } }
relationTypes: { of: { from: [gov], to: [] } }
attributes: { tone: { values: [a, 1], on: [event] }, free: {} }
links: { w: { label: W, url: "https://w.org/{id}", pattern: "Q\\\\d+" } }
requiredMetadata: [title]
checks: { orphaned: off }
`,
    };
    for (const kind of KINDS) assert.deepEqual(complaints(kind, good[kind]), [], kind);
  });

  it('find what is wrong', () => {
    const bad: readonly (readonly [FileKind, string, RegExp])[] = [
      ['entity', 'id: x\ntype: person\nname: X\n', /format/],
      ['entity', 'format: entity/1\ntype: person\n', /name/],
      ['entity', 'format: event/1\ntype: person\nname: X\n', /format/],
      ['entity', 'format: entity/1\ntype: p\nname: X\nrelations: [{ entity: y }]\n', /relations/],
      ['event', 'format: event/1\ntype: consult\ntitle: X\nstatus: maybe\n', /status/],
      ['event', 'format: event/1\ntype: c\ntitle: X\nparticipants: wang\n', /participants/],
      ['annotations', 'format: source-annotations/1\nannotations: [a]\n', /annotations/],
      [
        'annotations',
        'format: source-annotations/1\nannotations: { a-000001: { certainty: sure } }\n',
        /certainty/,
      ],
      ['annotations', 'format: source-annotations/1\nsource: { reliability: G }\n', /reliability/],
      ['annotations', 'format: source-annotations/1\nsource: { state: finished }\n', /state/],
      ['event', 'format: event/1\ntype: c\ntitle: X\nthread: [{ resolved: yes }]\n', /resolved/],
      ['schema', 'format: schema/1\nlayout: above\n', /layout/],
      ['schema', 'format: schema/1\nentityTypes: { a: { color: gold } }\n', /color/],
      ['schema', 'format: schema/1\nentityTypes: { a: { key: ab } }\n', /key/],
      ['schema', 'format: schema/1\nlinks: { a: { url: "ftp://x" } }\n', /url/],
      ['schema', 'format: schema/1\nchecks: { orphaned: loud }\n', /orphaned/],
    ];
    for (const [kind, text, expected] of bad) {
      assert.match(complaints(kind, text).join('\n'), expected, text);
    }
  });

  it('list what the model lists, and the keys that the writer writes', () => {
    const valuesAt = (
      kind: FileKind,
      ...steps: readonly (string | undefined)[]
    ): readonly string[] => {
      const shape = shapeAt(kind, steps);
      return shape?.kind === 'text' ? Object.keys(shape.values ?? {}) : [];
    };
    assert.deepEqual(valuesAt('annotations', 'annotations', 'a', 'certainty'), CERTAINTIES);
    assert.deepEqual(valuesAt('annotations', 'annotations', 'a', 'polarity'), POLARITIES);
    assert.deepEqual(valuesAt('annotations', 'annotations', 'a', 'status'), STATUSES);
    assert.deepEqual(valuesAt('annotations', 'source', 'reliability'), RELIABILITIES);
    assert.deepEqual(valuesAt('annotations', 'source', 'state'), SOURCE_STATES);
    assert.deepEqual(valuesAt('event', 'status'), EVENT_STATUSES);
    assert.deepEqual(valuesAt('schema', 'requiredMetadata', undefined), METADATA_FIELDS);
    assert.deepEqual(valuesAt('schema', 'entityTypes', 'a', 'color'), Object.keys(PALETTE));

    const keysAt = (
      kind: FileKind,
      ...steps: readonly (string | undefined)[]
    ): readonly string[] => {
      const shape = shapeAt(kind, steps);
      const keys = shape?.kind === 'map' ? Object.keys(shape.keys) : [];
      return keys.filter((key) => key !== 'x').sort();
    };
    const sorted = (keys: readonly string[]): readonly string[] => [...keys].sort();
    assert.deepEqual(keysAt('annotations', 'annotations', 'a'), sorted(ANNOTATION_KEYS));
    assert.deepEqual(keysAt('annotations', 'source'), sorted(SOURCE_KEYS));
    assert.deepEqual(
      keysAt('annotations', 'rejected', 'r'),
      sorted(REJECTION_KEYS.filter((key) => key !== 'fragments')),
    );
    assert.deepEqual(keysAt('entity'), sorted(ENTITY_KEYS));
    assert.deepEqual(keysAt('entity', 'relations', undefined), sorted(RELATION_KEYS));
    assert.deepEqual(keysAt('event', 'thread', undefined), sorted(COMMENT_KEYS));
    assert.deepEqual(keysAt('event'), sorted(EVENT_KEYS));
    assert.deepEqual(keysAt('schema'), sorted(SCHEMA_KEYS));
  });
});
