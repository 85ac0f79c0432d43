/** What the shared document holds beside the words, read as main reads it; the window reaches the document through the editor only. */
export { readFields, readSuggestionRecords, readTags } from '../../document/readStory'
export { readComments } from '../../document/readComments'
