/**
 * Reads the shared document as main does. The window reads the document only through the editor; text in an editor is
 * read from there (../copy/readCopy.ts).
 */
export { readCopy, readFields, readMarkedCopy, readSuggestionRecords, readTags } from '../../document/reading/readStory'
export { readComments } from '../../document/reading/readComments'
