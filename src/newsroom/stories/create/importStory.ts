import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { createStoryState, type StoryContent } from '../../../document/createStoryDoc'
import { ImportError } from '../../../exchange/import/parts/importError'
import type { ImportedReview, ImportedStory } from '../../../exchange/import/parts/importedStory'
import type { Block, Copy } from '../../../story/copy/copy'
import { MOST_BLOCKS, MOST_CHARACTERS } from '../../../story/copy/mostCopy'
import type { Fields } from '../../../story/ledger/fields'
import {
  NewsroomError,
  type Imported,
  type ImportPreview,
  type Loss,
  type StorySummary,
} from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import type { FileReader } from '../../reading/fileReader'
import { headlineOf } from '../../replica/row/storySummary'
import { storiesHeaded } from '../list/storiesHeaded'
import { adoptReview } from './importedReview'
import type { Newsroom } from '../../state/newsroom'
import { keepPictures } from '../../files/pictures'
import { blockView } from '../../replica/view/storyView'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { defined } from '../../../story/text/defined'

/** Makes a story of each one that a file holds. The answer lists what could not be kept. */
export const importStory: Action<'story.import'> = async (room, by, { name, bytes, job }) => {
  const reading = storiesFromFile(room.files, name, bytes, job)
  reading.catch(() => undefined)
  // Files get their ids one after the other. The next file begins while the stories of this one are written.
  const { note, made } = await room.importing.queue(async () => {
    const { note: about, stories } = await reading
    const making: Promise<Imported>[] = []
    for (const [index, { copy: read, ...story }] of stories.entries()) {
      const kept = await keepPictures(room, story.review ? asSheet(story.review.marked) : read, story.pictures)
      const one = makeStory(
        room,
        by,
        name,
        story,
        story.review ? adoptReview(story.review, kept, room.ids, room.clock.now()) : { copy: kept },
      )
      making.push(one)
      if (index < stories.length - 1) await one
    }
    return { note: about, made: making }
  })
  return { ...withOthers(await Promise.all(made)), ...defined({ note }) }
}

async function makeStory(
  room: Newsroom,
  by: string,
  from: string,
  { fields, losses }: Omit<StoryFromFile, 'copy'>,
  content: Pick<StoryContent, 'copy' | 'suggestions' | 'comments'>,
): Promise<Imported> {
  const story = await room.createStory(by, { kind: 'created', origin: 'import', from }, (_id, client) =>
    // The file's own author may be anybody on the roster. Who brought it in answers for it.
    createStoryState({ ...content, fields: { ...fields, author: by } }, client, by),
  )
  const { headline } = story.summary()
  await room.unload(story.id)
  return { id: story.id, headline, losses }
}

/** Reads the stories of a file as an import would, and makes none. */
export const previewImport: Action<'story.previewImport'> = async (room, _by, { name, bytes, job }) => {
  const { format, note, stories } = await storiesFromFile(room.files, name, bytes, job)
  const here = await storiesHeaded(room, stories.map(headlineOf))
  const previews = stories.map(({ copy, fields, losses, review }): ImportPreview => ({
    headline: headlineOf({ copy }),
    ...knownOf(here.filter(({ headline }) => headline === headlineOf({ copy }))),
    blocks: copy.map(blockView),
    losses,
    language: fields.language ?? 'und',
    fields: shownOf(fields),
    format,
    ...(review ? { comments: review.comments.length, suggestions: review.suggestions.length } : {}),
  }))
  return { ...withOthers(previews), ...defined({ note }) }
}

const knownOf = (stories: readonly StorySummary[]): Pick<ImportPreview, 'known'> =>
  stories.length === 0 ? {} : { known: stories.map(({ id, slug, headline, stage }) => ({ id, slug, headline, stage })) }

const shownOf = ({ byline, dateline, embargo, edNote }: Partial<Fields>): NonNullable<ImportPreview['fields']> =>
  defined({ byline, dateline, embargo, edNote })

/** Stops the reads of an import job. Stories that are imported already stay. */
export const stopImport: Action<'story.stopImport'> = (room, _by, { job }) => {
  room.files.stop(job)
  return Promise.resolve({})
}

/** The first story, with the others of the same file in `others`. A file that can be read holds at least one. */
function withOthers<T extends object>([first, ...others]: readonly T[]): T & { readonly others?: readonly T[] } {
  if (!first) throw new Error('A file was read and no story came of it.')
  return others.length > 0 ? { ...first, others } : first
}

export interface StoryFromFile {
  readonly copy: Copy
  readonly fields: Partial<Fields>
  readonly losses: readonly Loss[]
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  readonly review?: ImportedReview
}

export interface StoriesFromFile {
  readonly format: string
  readonly note?: string
  readonly stories: readonly StoryFromFile[]
}

/** Rejects with NewsroomError `failed` that names the file and says why it cannot be read. */
export async function storiesFromFile(
  files: FileReader,
  name: string,
  bytes: Uint8Array,
  job?: string,
): Promise<StoriesFromFile> {
  try {
    const { stories, ...about } = await files.read(name, bytes, job)
    return { ...about, stories: stories.map((story) => onSheet(name, story)) }
  } catch (error) {
    if (error instanceof NewsroomError) throw error
    if (error instanceof ImportError) throw new NewsroomError('failed', error.message)
    // One broken file must not end an import of many.
    throw new NewsroomError(
      'failed',
      newsroomText('importStory.stetFailed', {
        name,
        why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      }),
    )
  }
}

function onSheet(name: string, { blocks, fields, language, losses, pictures, review }: ImportedStory): StoryFromFile {
  refuseBeyondReason(name, review?.marked ?? blocks)
  return {
    copy: asSheet(blocks),
    fields: { language, ...fields },
    losses,
    ...defined({ pictures, review }),
  }
}

function refuseBeyondReason(name: string, blocks: readonly Block[]): void {
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const tooMuch =
    blocks.length > MOST_BLOCKS
      ? newsroomText('importStory.paragraphs', {
          count: formatInteger(blocks.length),
          most: formatInteger(MOST_BLOCKS),
        })
      : characters > MOST_CHARACTERS
        ? newsroomText('importStory.characters', {
            characters: formatInteger(characters),
            most: formatInteger(MOST_CHARACTERS),
          })
        : undefined
  if (tooMuch !== undefined)
    throw new NewsroomError('failed', newsroomText('importStory.notImported', { name, tooMuch }))
}

/** Gives copy the shape of a sheet: a headline, a deck, and at least one block of body. */
function asSheet<B extends Block>(blocks: readonly (B | Block)[]): readonly (B | Block)[] {
  const [first, ...others] = blocks
  const [headline, afterHeadline] = first?.role === 'headline' ? [first, others] : [EMPTY('headline'), blocks]
  const [second, ...rest] = afterHeadline
  const [deck, body] = second?.role === 'deck' ? [second, rest] : [EMPTY('deck'), afterHeadline]
  return [headline, deck, ...(body.length ? body : [EMPTY('paragraph')])]
}

const EMPTY = (role: Block['role']): Block => ({ role, text: '', spans: [] })
