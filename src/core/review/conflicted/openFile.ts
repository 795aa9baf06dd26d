/**
 * The text of a file → what can be shown of it. A file that a merge left in conflict, or tore, says
 * everything that is not in conflict; it must not be written until that is resolved.
 */
import type { AnnotationFile } from '../../storage/annotationFile';
import { conflictParts } from '../../storage/broken';
import { Findings } from '../../storage/decode';
import { ENTITY_KEYS } from '../../storage/fields';
import { markerTree } from '../../storage/markerTree';
import type { Entry, YamlNode } from '../../storage/node';
import { parseFile, type FileContent, type ParsedFile } from '../../storage/parse';
import { fileKind } from '../../storage/paths';
import { readYaml } from '../../storage/readYaml';
import type { Span } from '../../text/span';
import { childMap, cutMap, type Part } from '../merge/parts';
import { DEFAULT_LABELS } from '../merge/markers';
import { settled, textOfPieces, type ConflictPiece, type Piece } from '../merge/pieces';
import { conflictedPieces } from './conflictedPieces';

/** A file as it was read. */
export interface OpenedFile extends ParsedFile {
  /** Present where `content` leaves out what is in conflict: the file must not be written. */
  readonly isInConflict?: true;
}

/** What a merge leaves behind, as problems of the parser say it. */
const TRACES = new Set(['conflict-marker', 'record-duplicate', 'yaml-duplicate-key']);

/**
 * As `parseFile`. Of a record in conflict both versions agree in some fields: these are shown, and an
 * annotation whose passage is in conflict is not. What one side removed is shown as the other has it.
 */
export function openFile(
  path: string,
  text: string,
  previous?: ParsedFile,
): OpenedFile | undefined {
  const parsed = withMarkers(path, text) ?? parseFile(path, text, previous);
  if (parsed === undefined || parsed.content !== undefined) return parsed;
  if (!parsed.problems.some(({ code }) => TRACES.has(code))) return parsed;
  const content = shownContent(path, text);
  return content === undefined ? parsed : { ...parsed, content, isInConflict: true };
}

/** No YAML has lines of conflicts in it, so nothing else is to be found in such a text. */
function withMarkers(path: string, text: string): ParsedFile | undefined {
  if (fileKind(path) === undefined || markerTree(text) === undefined) return undefined;
  const findings = new Findings(path, text);
  for (const { code, message, ...span } of conflictParts(text)) findings.add(code, message, span);
  return { content: undefined, problems: findings.problems, sections: undefined };
}

function shownContent(path: string, text: string): FileContent | undefined {
  const read = conflictedPieces(path, text);
  if (read === undefined) return undefined;
  const pieces = read.pieces.map((piece): Piece =>
    piece.kind === 'settled' ? piece : settled(agreedLines(piece)),
  );
  const content = parseFile(path, textOfPieces(pieces, DEFAULT_LABELS))?.content;
  return content?.kind === 'annotations' ? withPlaces(content, text) : content;
}

/** Ids stand elsewhere in the text with its markers. */
function withPlaces(content: AnnotationFile, text: string): AnnotationFile {
  const { kind, source, annotations, rejected } = content;
  let places: ReadonlyMap<string, Span> | undefined;
  return {
    kind,
    source,
    annotations,
    rejected,
    get places() {
      return (places ??= placesIn(text));
    },
  };
}

function placesIn(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const { 1: id = '', index } of text.matchAll(
    /^ {2}([^\s#"':][^\s:]*):[ \t]*(?:#.*)?\r?$/gm,
  )) {
    if (!places.has(id)) places.set(id, { start: index + 2, end: index + 2 + id.length });
  }
  return places;
}

function agreedLines({ about, versions }: ConflictPiece): string {
  const { ours, theirs } = versions;
  if (about === 'other') return '';
  if (ours === '' || theirs === '') return ours + theirs;
  if (about === 'record') return agreedFile(ours, theirs);
  const [one, other] = [entryOf(ours), entryOf(theirs)];
  if (one === undefined || other === undefined) return '';
  const column = about === 'source' ? 2 : 4;
  const parts = (text: string, entry: Entry): readonly Part[] =>
    childMap({ doc: text, entry, start: 0, end: text.length }, column).parts;
  const lines = agreedParts(parts(ours, one), parts(theirs, other));
  const isPlaced = lines.some(({ key }) => key === 'exact' || key === 'fragments');
  if (about !== 'source' && !isPlaced) return '';
  return ours.slice(0, ours.indexOf('\n') + 1) + lines.map(({ text }) => text).join('');
}

/** A record has a type and a name all the same: ours. */
function agreedFile(ours: string, theirs: string): string {
  const parts = (text: string): readonly Part[] => {
    const { root } = readYaml(text);
    return root?.kind === 'map' ? cutMap(text, root, 0, text.length).parts : [];
  };
  const one = parts(ours);
  const agreed = new Set(agreedParts(one, parts(theirs)));
  const needed: readonly string[] = [...ENTITY_KEYS.slice(0, 4), 'title'];
  const shown = one.filter((part) => agreed.has(part) || needed.includes(part.key));
  return shown.map(({ text }) => text).join('');
}

/** The fields of the first that both say alike; those of its place only where the words are the same. */
function agreedParts(ours: readonly Part[], theirs: readonly Part[]): readonly Part[] {
  const others = new Map(theirs.map((part) => [part.key, part]));
  const isSame = ({ key, text }: Part): boolean => others.get(key)?.text === text;
  const hasWords = ours.some((part) => part.key === 'exact' && isSame(part));
  const place = ['prefix', 'suffix', 'start', 'end'];
  return ours.filter((part) => (place.includes(part.key) ? hasWords : isSame(part)));
}

function entryOf(text: string): Entry | undefined {
  const root: YamlNode | undefined = readYaml(text).root;
  return root?.kind === 'map' ? root.entries[0] : undefined;
}
