import * as Y from 'yjs'
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { createStoryDoc } from '../../../document/createStoryDoc'
import { copyWriters } from '../../../document/writers/copyWriters'
import type { Block, Copy } from '../../../story/copy/copy'
import type { FactTag } from '../../../story/ledger/facts/fact'
import { FIELDS_OF_WORDS } from '../../../story/ledger/fields'
import type { LedgerState } from '../../../story/ledger/ledgerState'
import type { OriginalVerdict } from '../../../story/ledger/facts/originalVerdict'
import type { FieldSetter } from '../../../story/ledger/writers/fieldSetters'
import { countedOf } from '../../../story/assessment/counting'
import { writersOfWords } from '../../../story/ledger/writers/wordings'
import { openLosses } from '../../../story/assessment/lostTrust'
import type { Story } from '../../../story/assessment/story'
import { isFileLoss, isLibraryLoss } from '../../../story/ledger/loss'
import { NewsroomError } from '../../../story/requests/requests'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import type { IdKind } from '../../environment/ids'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { originalComments } from './originalComments'
import { originalVerdict } from './originalVerdict'

/**
 * Copies words, tags and fields into a new draft. Its facts are new, and no tick comes along. What was said against the
 * words does: verdicts, and comments that must be fixed.
 */
export const duplicateStory: Action<'story.duplicate'> = async (room, by, { story }) => {
  const original = await room.storyNow(story)
  // The duplicate would silently lack what this version cannot read.
  original.guard.refuseWhenGuarded('copied')
  refuseWhenLost(original.value())
  const { copy, tags, fields, ledger, comments = [] } = original.value()
  const terms = protectedTerms(room.library.sources)
  const at = room.clock.now()
  const ids = new FreshIds(room)
  const wrote: Record<string, readonly string[]> = {}
  const against: Record<string, OriginalVerdict> = {}
  const newTags: FactTag[] = []
  const marked = factsOf(copy)
  for (const fact of original.assessments()) {
    const tag = marked.has(fact.id) ? tags.get(fact.id) : undefined
    const counted = countedOf(fact.record, original.value(), room.desk())
    const verdict = originalVerdict(fact, { copy, counted, terms })
    // A fact without its tag comes along only when its words must not come back.
    if (!tag && !verdict) continue
    const id = ids.of('fact', fact.id)
    newTags.push({ ...(tag ?? { type: fact.record.type ?? fact.tag.type }), id, by, at })
    if (tag) wrote[id] = [...writersOfWords(fact.record, fact.words)].sort()
    if (verdict) against[id] = verdict
  }
  const open = originalComments(comments, { slug: fields.slug || story, at, idOf: (id) => ids.of('comment', id) })
  const made = await room.createStory(
    by,
    {
      ...{ kind: 'created', origin: 'duplicate', from: story, authors: ledger.authors, wrote, set: settersIn(ledger) },
      ...(Object.keys(against).length > 0 ? { against } : {}),
    },
    (_id, client) => {
      const content = {
        copy: copy.map((block) => withMarks(block, ids)),
        fields: { ...fields, needsLegal: fields.needsLegal === 'none' ? ('none' as const) : ('required' as const) },
        tags: newTags,
        comments: open,
      }
      const doc = createStoryDoc(content, client, by)
      copyWriters(original.doc, doc)
      return Y.encodeStateAsUpdate(doc)
    },
  )
  return { id: made.id }
}

/**
 * A missing entry may have said “wrong”, that this must be fixed, or who wrote the words. The duplicate would not even
 * say that it is missing.
 */
function refuseWhenLost(original: Story): void {
  const loss = openLosses(original).find((one) => !isFileLoss(one))
  if (!loss) return
  const detail = { detail: loss.detail }
  throw new NewsroomError('refused', newsroomText(isLibraryLoss(loss) ? 'closure.library' : 'closure.story', detail))
}

/** The ids of the duplicate, by those of the original. */
class FreshIds {
  readonly #ids = new Map<string, string>()

  constructor(private readonly room: Pick<Newsroom, 'ids'>) {}

  of(kind: IdKind, id: string): string {
    const known = this.#ids.get(id) ?? this.room.ids.next(kind, (taken) => [...this.#ids.values()].includes(taken))
    this.#ids.set(id, known)
    return known
  }
  /** Undefined for what does not come along. */
  known(id: string): string | undefined {
    return this.#ids.get(id)
  }
}

const factsOf = (copy: Copy): ReadonlySet<string> =>
  new Set(copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'fact' ? [span.id] : []))))

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

/** The block with the new ids of its facts and comments. Leaves out the marks of those that do not come along. */
function withMarks(block: Block, ids: FreshIds): Block {
  return {
    ...block,
    spans: block.spans.flatMap((span) => {
      if (span.mark !== 'fact' && span.mark !== 'comment') return [span]
      const id = ids.known(span.id)
      return id === undefined ? [] : [{ ...span, id }]
    }),
  }
}
