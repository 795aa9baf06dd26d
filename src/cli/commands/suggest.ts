/** `source-annotator suggest`: untagged names and time expressions, the same list as in the editor. */
import picomatch from 'picomatch/posix';
import { SUGGESTION_KINDS, type Suggestion } from '../../core/suggestions/suggestion';
import { textOption, usageError, type Command, type Options } from '../command';
import { bodiesJson, bodiesText } from '../suggestions/bodies';
import { suggestedIn, type SuggestedSource } from '../suggestions/sources';
import { suggestionsJson, suggestionsText } from '../suggestions/reports';
import { writeJson } from '../terminal';
import { loadingComplaints, loadWorkspace, type Workspace } from '../workspace';

export const suggest: Command = {
  summary: 'List names and time expressions that are not annotated yet.',
  usage:
    'suggest [SOURCE…] [--source GLOB] [--kind KIND] [--entity ID] [--body] [--format text|json]',
  help: [
    'All sources, or those that are named or fit the glob. --kind is known (names of entities),',
    'unknown (what looks like a name) or time; --entity leaves the names of one entity. Annotated',
    'and rejected passages are left out, and what is outside the body that a source declares.',
    'JSON: { "suggestions": [{ source, start, end, line, column, exact, kind, confidence, score,',
    'doubt?, entity?, entities?, alias?, name?, type?, value? }] }. “entity” is the likeliest,',
    '“entities” are all that share the name; confidence is one of sure, likely, doubtful, and score',
    'says the same in numbers. --body lists instead which ranges of each source are the document',
    'without navigation, forms and lists of links:',
    '{ "bodies": [{ source, declared?: [[start, end] …], proposed: [[start, end] …] }] }.',
    'Status 0, whatever is found.',
  ],
  formats: ['text', 'json'],
  options: {
    source: { type: 'string' },
    kind: { type: 'string' },
    entity: { type: 'string' },
    body: { type: 'boolean' },
  },
  async run({ terminal, folder, format, args, options }) {
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const asked = askedFor(workspace, args, options);
    if (!asked.ok) return usageError(terminal, asked.message);
    for (const complaint of loadingComplaints(workspace)) terminal.complain(complaint);
    const isJson = format === 'json';
    if (options['body'] === true) {
      if (isJson) writeJson(terminal, { bodies: bodiesJson(workspace, asked.paths) });
      else terminal.write(bodiesText(workspace, asked.paths));
      return 0;
    }
    const found = suggestedIn(workspace, asked.paths).map((source): SuggestedSource => {
      return { ...source, suggestions: source.suggestions.filter(asked.isAsked) };
    });
    if (isJson) writeJson(terminal, { suggestions: suggestionsJson(found) });
    else terminal.write(suggestionsText(workspace, found));
    return 0;
  },
};

type Asked =
  | {
      readonly ok: true;
      readonly paths: readonly string[];
      readonly isAsked: (suggestion: Suggestion) => boolean;
    }
  | { readonly ok: false; readonly message: string };

function askedFor({ sources, store }: Workspace, args: readonly string[], options: Options): Asked {
  const kind = textOption(options, 'kind');
  if (kind !== undefined && !SUGGESTION_KINDS.some((each) => each === kind)) {
    return refused(`--kind takes one of ${SUGGESTION_KINDS.join(', ')}.`);
  }
  const id = textOption(options, 'entity');
  const entity = id === undefined ? undefined : store.indexes.entity(id)?.id;
  if (id !== undefined && entity === undefined) return refused(`There is no entity “${id}”.`);
  const named = args.map((arg) => arg.replaceAll('\\', '/').replace(/^\.\//, ''));
  const unknown = named.find((path) => !sources.has(path));
  if (unknown !== undefined) return refused(`There is no source “${unknown}”.`);
  const glob = textOption(options, 'source');
  const fits = glob === undefined ? undefined : picomatch(glob, { noextglob: true });
  const globbed = [...sources.keys()].filter((path) => path === glob || fits?.(path) === true);
  if (glob !== undefined && globbed.length === 0) return refused(`No source fits “${glob}”.`);
  const all = named.length === 0 && glob === undefined;
  const paths = all ? [...sources.keys()] : [...new Set([...named, ...globbed])];
  const isAsked = (suggestion: Suggestion): boolean => {
    if (kind !== undefined && suggestion.kind !== kind) return false;
    if (entity === undefined) return true;
    return suggestion.kind === 'known' && suggestion.entities.includes(entity);
  };
  return { ok: true, paths: paths.sort(), isAsked };
}

function refused(message: string): Asked {
  return { ok: false, message };
}
