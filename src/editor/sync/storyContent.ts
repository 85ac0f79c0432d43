/** What the shared document holds, read as main reads it; the window reaches the document through the editor only. Words that are in an editor are read from there (../readCopy). */
export { readCopy, readFields, readMarkedCopy, readSuggestionRecords, readTags } from '../../document/readStory'
export { readComments } from '../../document/readComments'
