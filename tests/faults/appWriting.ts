/** Types into the window of the real app, notes when the window says "Saved", and reads the disk afterwards. */
import { loadDoc } from '../../src/document/createStoryDoc'
import { StoryReader } from '../../src/document/reading/storyReader'
import { openLibrary } from '../../src/storage/openLibrary'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import type { DrivenApp } from './appTools'
import { NOW } from './writing'

/** True when a story can be typed into. */
export const READY =
  "document.activeElement?.isContentEditable === true && document.querySelector('[data-part=body]') !== null"
export const BODY = `[...document.querySelectorAll('[data-part=body]')].map((graf) => graf.textContent).join('\\n')`
export const STATUS = `document.querySelector('[role=status]')?.textContent`

/** Keeps the body as it was when the window last said "Saved", read in the same task. */
const LISTEN = `(() => {
  const status = document.querySelector('[role=status]');
  const note = () => { if (status.textContent === 'Saved') window.lastSaved = ${BODY}; };
  window.lastSaved = '';
  new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  document.querySelector('[contenteditable=true]').focus();
  getSelection().selectAllChildren([...document.querySelectorAll('[data-part=body]')].at(-1));
  getSelection().collapseToEnd();
})()`

/** Waits until the app's story can be typed into, and puts the caret at its end. */
export async function sitDown(app: DrivenApp): Promise<void> {
  await app.until(READY, 60, 20)
  await app.evaluate(LISTEN)
}

export async function type(app: DrivenApp, word: string): Promise<void> {
  for (const letter of ` ${word}`) await app.press(letter)
}

export const untilSaved = (app: DrivenApp, word: string, seconds = 60): Promise<void> =>
  app.until(`window.lastSaved.includes(${JSON.stringify(word)})`, seconds, 20)

/**
 * Words of `said` that are missing or misplaced in the story. Undefined when the library or the story does not open.
 */
export async function missingWords(
  library: string,
  story: string,
  said: readonly string[],
): Promise<{ readonly missing: readonly string[]; readonly ledger: readonly LedgerEntry[] } | undefined> {
  try {
    const store = await openLibrary({ folder: library, now: () => NOW, newId: (kind) => kind })
    const { updates, ledger } = await store.loadStory(story)
    const { copy } = new StoryReader(loadDoc(updates)).read()
    await store.close()
    const found = copy
      .filter(({ role }) => role !== 'headline' && role !== 'deck')
      .map(({ text }) => text)
      .join(' ')
      .split(' ')
    let from = 0
    const missing = said.filter((word) => {
      const at = found.indexOf(word, from)
      if (at >= 0) from = at + 1
      return at < 0
    })
    return { missing, ledger }
  } catch {
    return undefined
  }
}
