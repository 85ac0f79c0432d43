/** Names of the places to which this window moves the keyboard (ui/focus/focusService.ts). */
export const PLACES = {
  /** The words of the open story. */
  sheet: 'sheet',
  /** The sheet around them, without a caret. */
  sheetAtRest: 'sheet at rest',
  /** The button that starts a story, while none is open. */
  startStory: 'start a story',
  /** The button of each story in the library. */
  stories: 'stories',
  /** The line of the list that has the tab stop. */
  activeStory: 'active story',
  pane: (pane: 'library' | 'sheet' | 'facts') => `pane ${pane}`,
  /** Where the keyboard starts in a pane. Without one it starts at the pane's first tab stop. */
  paneStart: (pane: 'library' | 'sheet' | 'facts') => `start of pane ${pane}`,
  /** The rows of all facts, and the row of one. */
  facts: 'facts',
  fact: (id: string) => `fact ${id}`,
  /** The backup of the current fact in review. */
  backup: 'backup',
  /** What is over the copy in review: the words of the current fact, then more. */
  reviewHead: 'review head',
  /** What the previous source says of the current fact. */
  found: 'found in the previous source',
  /** What had the keyboard before the buttons of a notice, and of the tour. */
  beforeNotice: 'before notice',
  beforeTour: 'before tour',
  field: (field: string) => `field ${field}`,
  /** The page of settings, and the field of something that new stories begin with. */
  settings: 'settings',
  storyDefault: (name: string) => `default ${name}`,
  /** What Find puts in place of the words. */
  replacement: 'replacement',
  addByline: 'add byline',
  bylineRow: (key: number) => `byline ${key}`,
  /** The open comments, and one of them. */
  comments: 'open comments',
  comment: (id: string) => `comment ${id}`,
  commentList: 'comments',
  findings: 'findings',
  findingList: 'list of findings',
  source: (id: string) => `source ${id}`,
  told: (entry: string | number) => `told ${entry}`,
  suggestions: 'suggestions',
  suggestionList: 'list of suggestions',
  /** The notes beside the words, all of them and each, and what holds them. */
  notes: 'notes',
  note: (key: string) => `note ${key}`,
  margin: 'margin',
  /** The field for a file in the open form of evidence. */
  evidenceFile: 'evidence file',
  person: 'person',
  /** The desk's words: the field of a new one, the lists, and the button of each. */
  newWord: 'new word',
  wordLists: 'lists of words',
  words: 'words',
  storyRow: (id: string) => `story ${id}`,
  /** The search field of the library, the button that names a search, and each named one. */
  search: 'search',
  filters: 'filters',
  saveView: 'save view',
  view: (name: string) => `view ${name}`,
} as const
