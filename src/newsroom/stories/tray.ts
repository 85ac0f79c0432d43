import { newsroomText } from '../../catalogue/rooms/newsroom'
import { blockElement } from '../../document/reading/storyElements'
import { placeOfLost, readTray } from '../../document/rescueWords'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { NewsroomError } from '../../story/requests/requests'
import { cleanEntering } from '../../story/text/words/strayCharacters'
import type { TrayEntry } from '../../story/requests/tray'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'
import { readableText } from '../reading/readableText'
import { defined } from '../../story/text/defined'

/**
 * Lists what could not be placed and is not dealt with yet: words that a merge dropped, then files that could not be
 * read.
 */
export const listTray: Action<'tray.list'> = async (room, _by, { story: id }) =>
  entriesOf(room, await room.storyNow(id))

async function entriesOf(room: Newsroom, story: OpenStory): Promise<readonly TrayEntry[]> {
  const files = (await room.store.listSetAside(story.id)).map(({ name, at, content }): TrayEntry => ({
    ref: `file ${name}`,
    kind: 'file',
    text: readableText(content),
    before: '',
    after: '',
    by: [],
    at,
    origin: originOf(name),
  }))
  return [...readTray(story.doc), ...files].filter(({ ref }) => !story.settledInTray.has(ref))
}

function originOf(name: string): string {
  const of = name.startsWith('changes-')
    ? newsroomText('tray.changeLog')
    : name.startsWith('ledger')
      ? newsroomText('tray.history')
      : name.startsWith('state')
        ? newsroomText('tray.document')
        : newsroomText('tray.storyFile')
  const what = name.includes('.torn-') ? newsroomText('tray.atEnd') : newsroomText('tray.damagedPart')
  return newsroomText('tray.setAside', { what, of, name })
}

/**
 * Puts words back as a graf where their graf was, typed by `by`, without direction overrides and control characters.
 * The text of a file goes to the end of the copy.
 */
export const putBack: Action<'tray.putBack'> = async (room, by, { story: id, ref, mark }) => {
  const { story, entry } = await find(room, id, ref)
  const { value: text, count: leftOut } = cleanEntering(entry.text)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) throw new NewsroomError('refused', newsroomText('tray.unreadable'))
  const { saved } = story.edit(
    by,
    (doc) => {
      const place = placeOfLost(doc, ref)
      doc.getXmlFragment(COPY_FRAGMENT).insert(
        place,
        lines.map((line) => blockElement({ role: 'paragraph', text: line, spans: [] })),
      )
    },
    defined({ origin: mark }),
  )
  const { written } = story.note(by, { kind: 'rescued', outcome: 'putBack', ref, text: entry.text })
  await Promise.all([saved, written, story.observe()])
  return leftOut > 0 ? { leftOut } : {}
}

/** Removes an entry from the tray. Its text stays in the history. */
export const letGo: Action<'tray.letGo'> = async (room, by, { story: id, ref }) => {
  const { story, entry } = await find(room, id, ref)
  await story.note(by, { kind: 'rescued', outcome: 'letGo', ref, text: entry.text }).written
  return {}
}

async function find(
  room: Newsroom,
  id: string,
  ref: string,
): Promise<{ readonly story: OpenStory; readonly entry: TrayEntry }> {
  const story = await room.storyNow(id)
  story.guard.refuseWhenGuarded()
  const entry = (await entriesOf(room, story)).find((one) => one.ref === ref)
  if (!entry) throw new NewsroomError('usage', newsroomText('tray.unknown', { ref }))
  return { story, entry }
}
