import type { Block, Copy } from '../../../story/copy/copy'
import type { FactTag } from '../../../story/ledger/fact'
import { FIELDS_OF_WORDS } from '../../../story/ledger/fields'
import type { FieldSetter } from '../../../story/ledger/writers/fieldSetters'
import type { LedgerState } from '../../../story/ledger/ledgerState'
import * as Y from 'yjs'
import { createStoryDoc, createStoryState, BLANK_COPY } from '../../../document/createStoryDoc'
import { copyWriters } from '../../../document/writers/copyWriters'
import { writersOfWords } from '../../../story/ledger/writers/wordings'
import type { Action } from '../../state/action'
import { begunWith, defaultFields } from './newFields'

/** Makes a blank story for this person. */
export const createStory: Action<'story.create'> = async (room, by) => {
  const fields = defaultFields(room.library.settings.defaults ?? {}, by)
  const story = await room.createStory(by, begunWith(room, fields), (_id, client) =>
    createStoryState({ copy: BLANK_COPY, fields }, client, by),
  )
  return { id: story.id }
}

/** Copies words, tags and fields into a new draft. Its facts are new and unchecked. */
export const duplicateStory: Action<'story.duplicate'> = async (room, by, { story }) => {
  const original = await room.storyNow(story)
  // The duplicate would silently lack what this version cannot read.
  original.refuseWhenGuarded('copied')
  const { copy, tags, fields, ledger } = original.value()
  const ids = new Map<string, string>()
  const wrote: Record<string, readonly string[]> = {}
  const newTags: FactTag[] = []
  for (const id of factsOf(copy)) {
    const tag = tags.get(id)
    if (!tag) continue
    const fresh = room.ids.next('fact', (taken) => [...ids.values()].includes(taken))
    ids.set(id, fresh)
    const fact = original.assessment(id)
    wrote[fresh] = [...writersOfWords(fact.record, fact.words)].sort()
    newTags.push({ ...tag, id: fresh, by, at: room.clock.now() })
  }
  const made = await room.createStory(
    by,
    { kind: 'created', origin: 'duplicate', from: story, authors: ledger.authors, wrote, set: settersIn(ledger) },
    (_id, client) => {
      const content = {
        copy: copy.map((block) => withFacts(block, ids)),
        fields: { ...fields, needsLegal: fields.needsLegal === 'none' ? ('none' as const) : ('required' as const) },
        tags: newTags,
      }
      const doc = createStoryDoc(content, client, by)
      copyWriters(original.doc, doc)
      return Y.encodeStateAsUpdate(doc)
    },
  )
  return { id: made.id }
}

/** Who wrote the fields of the original. */
const settersIn = ({
  fieldSetters,
}: Pick<LedgerState, 'fieldSetters'>): Readonly<Record<string, readonly FieldSetter[]>> =>
  Object.fromEntries(
    FIELDS_OF_WORDS.flatMap((field) => {
      const all = fieldSetters.get(field) ?? []
      return all.length > 0 ? [[field, all]] : []
    }),
  )

const factsOf = (copy: Copy): ReadonlySet<string> =>
  new Set(copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))))

/** The block with new fact ids. Leaves out comments, and tags without a record. */
function withFacts(block: Block, ids: ReadonlyMap<string, string>): Block {
  return {
    ...block,
    spans: block.spans.flatMap((span) => {
      if (span.mark === 'comment') return []
      if (span.mark !== 'fact') return [span]
      const id = ids.get(span.id)
      return id === undefined ? [] : [{ ...span, id }]
    }),
  }
}
