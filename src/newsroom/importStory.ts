import { createStoryDoc } from '../document/createStoryDoc'
import { ImportError } from '../exchange/in/importError'
import { importFile } from '../exchange/in/importFile'
import type { Block, Copy } from '../story/copy'
import type { Fields } from '../story/fields'
import { NewsroomError, type Loss } from '../story/requests'
import type { Action } from './action'

/** Makes a story of a file. What could not be kept is in the answer, nothing vanishes in silence. */
export const importStory: Action<'story.import'> = async (room, by, { name, bytes }) => {
  const { copy, fields, losses } = storyFromFile(name, bytes)
  const story = await room.createStory(by, { kind: 'created', origin: 'import', from: name }, (_id, client) =>
    createStoryDoc({ copy, fields: { ...fields, author: fields.author || by } }, client, by))
  return { id: story.id, headline: story.summary().headline, losses }
}

/** The same without making anything. */
export const previewImport: Action<'story.previewImport'> = (_room, _by, { name, bytes }) => {
  const { copy, fields, losses } = storyFromFile(name, bytes)
  return Promise.resolve({
    headline: copy.find(({ role }) => role === 'headline')?.text ?? '',
    blocks: copy.map(({ role, level, text }) => (level === undefined ? { role, text } : { role, level, text })),
    losses,
    language: fields.language ?? 'und'
  })
}

export interface StoryFromFile {
  readonly copy: Copy
  readonly fields: Partial<Fields>
  readonly losses: readonly Loss[]
}

/** Throws NewsroomError `failed` that names the file and says why it cannot be read. */
export function storyFromFile(name: string, bytes: Uint8Array): StoryFromFile {
  try {
    const { blocks, fields, language, losses } = importFile(name, bytes)
    refuseBeyondReason(name, blocks)
    return { copy: asSheet(blocks), fields: { language, ...fields }, losses }
  } catch (trouble) {
    if (!(trouble instanceof ImportError)) throw trouble
    throw new NewsroomError('failed', trouble.message)
  }
}

/** A story of 100,000 words has some 3,000 grafs and 600,000 characters; far beyond that every keystroke would wait. */
const MOST_BLOCKS = 20_000
const MOST_CHARACTERS = 6_000_000

function refuseBeyondReason(name: string, blocks: readonly Block[]): void {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const tooMuch = blocks.length > MOST_BLOCKS ? `it has ${blocks.length.toLocaleString('en')} paragraphs, and a story may have ${MOST_BLOCKS.toLocaleString('en')}`
    : characters > MOST_CHARACTERS ? `it has ${characters.toLocaleString('en')} characters, and a story may have ${MOST_CHARACTERS.toLocaleString('en')}` : undefined
  if (tooMuch !== undefined) throw new NewsroomError('failed', `${name} was not imported: ${tooMuch}. Nothing in the library changed. Split it and import the parts.`)
}

/** The shape of every sheet: a headline, a deck, and at least one block of body. */
function asSheet(blocks: readonly Block[]): Copy {
  const [first, ...others] = blocks
  const [headline, afterHeadline] = first?.role === 'headline' ? [first, others] : [EMPTY('headline'), blocks]
  const [second, ...rest] = afterHeadline
  const [deck, body] = second?.role === 'deck' ? [second, rest] : [EMPTY('deck'), afterHeadline]
  return [headline, deck, ...(body.length ? body : [EMPTY('paragraph')])]
}

const EMPTY = (role: Block['role']): Block => ({ role, text: '', spans: [] })
