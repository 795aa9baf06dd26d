/** The scheme of documents that show a file as it was in a commit. */

export const REVISION_SCHEME = 'source-annotator-revision';
