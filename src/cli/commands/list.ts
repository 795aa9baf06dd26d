/** `source-annotator list`: what the workspace holds. */
import { textOption, usageError, type Command } from '../command';
import { filterOf, type Filter } from '../lists/filter';
import { LISTS } from '../lists/table';
import { writeJson } from '../terminal';
import { loadingComplaints, loadWorkspace } from '../workspace';

const FILTERS = ['source', 'entity', 'event', 'type'] as const;

export const list: Command = {
  summary: 'List the sources, entities, events, annotations or likely duplicates.',
  usage: 'list sources|entities|events|annotations|duplicates [filters]',
  help: [
    'Filters: --source PATH, --entity ID, --event ID, --type TYPE; all that are given have to hold.',
    'JSON: { "annotations": [{ source, id, kind, start, end, anchor, exact, type, entity?, event?,',
    'roles?, value?, note?, status … }] } with the place where each is now (start and end are absent',
    'when that is not certain), and "sources", "entities", "events" alike, with their counts.',
    '"duplicates": [{ kind, ids, names, types, score, reason }]: pairs of records that may be one, the',
    'likeliest first; "distinctFrom" in one of them says that they are two.',
  ],
  formats: ['text', 'json'],
  options: {
    source: { type: 'string' },
    entity: { type: 'string' },
    event: { type: 'string' },
    type: { type: 'string' },
  },
  async run({ terminal, folder, format, args, options }) {
    const [what, ...others] = args;
    const chosen = LISTS.get(what ?? '');
    if (what === undefined || chosen === undefined || others.length > 0) {
      return usageError(terminal, `list takes one of ${[...LISTS.keys()].join(', ')}.`);
    }
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const asked: Filter = Object.fromEntries(
      FILTERS.flatMap((name) => {
        const value = textOption(options, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const filter = filterOf(workspace, asked);
    if (!filter.ok) return usageError(terminal, filter.message);
    for (const complaint of loadingComplaints(workspace)) terminal.complain(complaint);
    if (format === 'json') writeJson(terminal, { [what]: chosen.json(workspace, filter.filter) });
    else terminal.write(chosen.text(workspace, filter.filter));
    return 0;
  },
};
