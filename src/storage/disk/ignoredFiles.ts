/** Files that operating systems put into folders by themselves. */
export const IGNORED_FILES: ReadonlySet<string> = new Set([
  '.DS_Store',
  'desktop.ini',
  'Thumbs.db',
  'lost+found',
  '.Trashes',
  '.fseventsd',
  'System Volume Information',
])
