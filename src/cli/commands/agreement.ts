/** `source-annotator agreement`: how far annotators agree. */
import { agreementOf } from '../../core/review/agreement/agreement';
import { layersInFolder, layersOfRevisions } from '../agreement/layers';
import { AGREEMENT_REPORTS } from '../agreement/reports';
import { usageError, type Command } from '../command';

export const agreement: Command = {
  summary: 'Measure how far annotators agree: F1, kappas and alphas, by type and by source.',
  usage: 'agreement [ANNOTATOR ANNOTATOR…|--revisions REVISION…] [--source PATH]… [--all-sources]',
  help: [
    'The annotators that “by:” of the annotations names, or those given; “(no name)” is what names',
    'nobody. F1 of passages with the same span and type (exact) or that overlap (partial), Cohen’s',
    'kappa on the types of passages and of words, Fleiss’ kappa, Krippendorff’s alpha on words and for',
    'unitising (αU). docs/agreement.md defines them.',
    '  --revisions   compares branches, tags or commits, each as one annotator; one alone with the',
    '                folder. What they have in common under one id does not count: it was not',
    '                annotated twice',
    '  --source      only this source; may be given several times',
    '  --all-sources who has annotated nothing in a source has read it and found nothing',
    '  --between     stands in front of annotators, for readability',
    'JSON: { annotators, sources, skipped: [{ source, reason }], unplaced, total, byType: [{ type,',
    'scores }], bySource: [{ source, scores }], between: [{ a, b, counts, exact: { f1, precision,',
    'recall }, partial, typeKappa, wordKappa }] }; scores (and total): { annotations: […], exact,',
    'partial, typeKappa, wordKappa, fleiss, alpha, unitising }, each { value } or, where it has none,',
    '{ reason: nothing|no-variation|one-annotator }. Exit status: 0, whatever the values are; 2 without',
    'two annotators.',
  ],
  formats: ['text', 'json', 'markdown', 'csv'],
  options: {
    between: { type: 'boolean' },
    revisions: { type: 'boolean' },
    source: { type: 'string', multiple: true },
    'all-sources': { type: 'boolean' },
  },
  async run({ terminal, folder, format, args, options }) {
    const ofRevisions = options['revisions'] === true;
    if (ofRevisions && options['between'] === true) {
      return usageError(
        terminal,
        'agreement is between annotators or between revisions, not both.',
      );
    }
    if (ofRevisions ? args.length === 0 : args.length === 1) {
      const least = ofRevisions
        ? '--revisions takes at least one revision'
        : 'takes two annotators';
      return usageError(terminal, `agreement ${least}.`);
    }
    const compared = ofRevisions
      ? await layersOfRevisions(folder, args)
      : await layersInFolder(folder, args);
    if (!compared.ok) return usageError(terminal, compared.message);
    const { layers, textOf, complaints } = compared;
    const sources = sourcesAsked(options['source']);
    const unknown = sources?.find((path) => textOf(path) === undefined);
    if (unknown !== undefined) return usageError(terminal, `There is no source “${unknown}”.`);
    for (const complaint of complaints) terminal.complain(complaint);
    const found = agreementOf(layers, textOf, {
      everySource: options['all-sources'] === true,
      ...(sources === undefined ? {} : { sources }),
    });
    terminal.write(AGREEMENT_REPORTS.get(format)?.(found) ?? '');
    return 0;
  },
};

function sourcesAsked(option: unknown): readonly string[] | undefined {
  return Array.isArray(option) ? option.map(String) : undefined;
}
