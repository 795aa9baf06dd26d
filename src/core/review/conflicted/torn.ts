/**
 * A file that `merge=union` tore → the two versions that it was made of, as far as its lines say. What
 * the lines do not say: whether a side had removed what is there (a record that came back stays), and
 * which of two values of one key nobody wanted (both are a conflict).
 */
import { readDocument } from '../../storage/document';
import { ENTITY_KEYS, EVENT_KEYS, SOURCE_KEYS } from '../../storage/fields';
import { entryOf, type MapNode } from '../../storage/node';
import { fileKind } from '../../storage/paths';
import { REJECTED } from '../../storage/rejections';
import { hasDoubles, sidesOfFields, type Field } from './tornFields';
import { cutAt, fieldsIn, recordsIn } from './tornLines';
import { withListHeads, withOpenSections } from './tornLists';
import { sidesOfRecords, type BaseFields, type SectionOfSides } from './tornRecords';

/** On its line, or as a list below it. */
const HAS_VALUE = /^[^:]*:(?:[ \t]+[^\s#]|[ \t]*(?:#.*)?\n {4}- )/;
/** A word that YAML reads on into the item of a list below it. */
const SWALLOWED_ITEM = /^ *[\w-]+: [^"'|>{[&*#\s].*\n +- /m;
const SECTIONS: readonly string[] = ['annotations', REJECTED];

/** Absent for a file without such damage. The lines of `text` end in line feeds. */
export function torn(
  path: string,
  text: string,
  base: string | undefined,
): SectionOfSides | undefined {
  const kind = fileKind(path);
  if (kind === undefined || kind === 'schema') return undefined;
  const isWhole = isReadable(text) && !SWALLOWED_ITEM.test(text);
  const whole = isWhole ? text : withOpenSections(withListHeads(text));
  if (!isTorn(whole) && (whole === text || !isReadable(whole))) return undefined;
  if (kind !== 'annotations')
    return tornRecord(whole, kind === 'entity' ? ENTITY_KEYS : EVENT_KEYS);
  return tornFile(whole, base);
}

function isReadable(text: string): boolean {
  const { root, findings } = readDocument(text);
  return root !== undefined && findings.length === 0;
}

function isTorn(text: string): boolean {
  const { root, findings } = readDocument(text);
  if (findings.some(({ code }) => code !== 'yaml-duplicate-key')) return false;
  return root !== undefined && (findings.length > 0 || hasOddRecord(root));
}

/** One that says nothing, or stands in the section of the others. */
function hasOddRecord(root: MapNode): boolean {
  return SECTIONS.some((section) => {
    const value = entryOf(root, section)?.value;
    const entries = value?.kind === 'map' ? value.entries : [];
    return entries.some(
      ({ key, value: own }) =>
        sectionOf({ key, lines: '' }, section) !== section ||
        (own.kind === 'scalar' && own.value === null),
    );
  });
}

/** An entity or event: its keys. */
function tornRecord(text: string, order: readonly string[]): SectionOfSides {
  const { top, cuts } = cutAt(text, 0);
  const fields = cuts.map(({ key, loose, lines }) => ({ key, text: loose + lines }));
  const { ours, theirs } = sidesOfFields(fields, order);
  return { ours: top + joined(ours), theirs: top + joined(theirs) };
}

function joined(fields: readonly Field[]): string {
  return fields.map(({ text }) => text).join('');
}

function tornFile(text: string, base: string | undefined): SectionOfSides {
  const known = base === undefined ? undefined : cutAt(base, 0).cuts;
  const { top, cuts } = cutAt(text, 0);
  const bodies = new Map<string, string>();
  for (const { key, lines } of cuts) bodies.set(key, (bodies.get(key) ?? '') + belowHead(lines));
  const keys = new Set(cuts.map(({ key }) => key));
  moveStrays(bodies);
  for (const key of bodies.keys()) keys.add(key);
  let [ours, theirs] = [top, top];
  for (const key of keys) {
    const [first] = cuts.filter((cut) => cut.key === key);
    const body = bodies.get(key) ?? '';
    const head =
      (first?.loose ?? '') + (first?.lines.slice(0, first.lines.indexOf('\n') + 1) ?? '');
    const before = known?.find((cut) => cut.key === key);
    const own = SECTIONS.includes(key)
      ? sidesOfRecords(recordsIn(body), known && fieldsOfBase(before?.lines))
      : sidesOfSection(key, body);
    ours += head + own.ours;
    theirs += head + own.theirs;
  }
  return { ours: withOpenSections(ours), theirs: withOpenSections(theirs) };
}

function belowHead(lines: string): string {
  return lines.slice(lines.indexOf('\n') + 1);
}

function fieldsOfBase(lines: string | undefined): BaseFields {
  const records = lines === undefined ? [] : recordsIn(belowHead(lines));
  const byId = new Map(records.map(({ id, fields }) => [id, fields]));
  return (id) => byId.get(id);
}

function sidesOfSection(key: string, body: string): SectionOfSides {
  const fields = fieldsIn(body, 2);
  if (key !== 'source' || !hasDoubles(fields)) return { ours: body, theirs: body };
  const { ours, theirs } = sidesOfFields(fields, SOURCE_KEYS);
  return { ours: joined(ours), theirs: joined(theirs) };
}

/** What git put below the line of another section goes back to its own. */
function moveStrays(bodies: Map<string, string>): void {
  for (const section of SECTIONS) {
    const body = bodies.get(section);
    if (body === undefined) continue;
    const { top, cuts } = cutAt(body, 2);
    const strays = cuts.filter((cut) => sectionOf(cut, section) !== section);
    if (strays.length === 0) continue;
    const own = cuts.filter((cut) => !strays.includes(cut));
    bodies.set(section, top + own.map(({ loose, lines }) => loose + lines).join(''));
    for (const stray of strays) {
      const other = sectionOf(stray, section);
      bodies.set(other, (bodies.get(other) ?? '') + stray.loose + stray.lines);
    }
  }
}

/** Where a record belongs, as far as its id says; a key of the source has its value behind it. */
function sectionOf({ key, lines }: { key: string; lines: string }, section: string): string {
  if (/^a-[0-9a-z]{6,}$/.test(key)) return 'annotations';
  if (/^r-[0-9a-z]{6,}$/.test(key)) return REJECTED;
  const keys: readonly string[] = SOURCE_KEYS;
  return keys.includes(key) && HAS_VALUE.test(lines) ? 'source' : section;
}
