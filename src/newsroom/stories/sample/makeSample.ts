/** Makes the sample story: tagged, partly checked, with a lapsed tick, an open query, a suggestion and a comment. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { createStoryState, BLANK_COPY } from '../../../document/createStoryDoc'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { hasPins } from '../../../story/desk/roster'
import { NewsroomError } from '../../../story/requests/requests'
import type { Evidence } from '../../../story/ledger/facts/fact'
import { defined } from '../../../story/text/defined'
import { addEvidence } from '../../facts/evidence/evidence'
import { signFact } from '../../facts/signing/signFact'
import { proposeReplacement } from '../../facts/suggestions/suggestions'
import { tagFact } from '../../facts/tags/tagFact'
import { beginFile, keepFile, writeFile } from '../../files/files'
import { addPerson } from '../../library/roster/roster'
import { inProcessReader } from '../../reading/fileReader'
import { addSource } from '../../sources/addSource'
import type { Action } from '../../state/action'
import { ensureKey } from '../../state/pins/beginKeys'
import type { Newsroom } from '../../state/newsroom'
import { addComment } from '../comments'
import { storiesFromFile } from '../create/importStory'
import { replaceCopy } from '../replaceCopy'
import { SAMPLES, type SampleFact, type SampleTexts } from './sampleTexts'

/**
 * A story by a sample reporter, checked by a sample editor; both join the roster under names that say so. So the person
 * who learns with it is somebody else than its author and may do all that a second person does. Throws a refusal unless
 * this person may add people.
 */
export const makeSample: Action<'story.sample'> = async (room, by, { language }) => {
  const texts = SAMPLES[language]
  const { reporter, editor } = texts
  await refuseElsewhere(room, by)
  await addPerson(room, by, { name: reporter, role: 'reporter' })
  await addPerson(room, by, { name: editor, role: 'editor' })
  await ensureKey(room, reporter)
  await ensureKey(room, editor)
  const [read] = (await storiesFromFile(inProcessReader, texts.fileName, bytesOf(texts.story))).stories
  const { copy, fields } = read ?? { copy: BLANK_COPY, fields: {} }
  const own = { ...fields, language, author: reporter, slug: texts.slug }
  const { id } = await room.createStory(reporter, { kind: 'created', origin: 'sample' }, (_id, client) =>
    createStoryState({ copy, fields: own }, client, reporter),
  )
  const backing = await captured(room, texts)
  const facts: string[] = []
  for (const { text, nth, type, speaker } of texts.facts)
    facts.push(
      (await tagFact(room, reporter, { story: id, text, type, ...defined({ nth, attributedTo: speaker }) })).id,
    )
  for (const [at, fact] of facts.entries()) {
    const given = texts.facts[at]
    if (given) await check(room, texts, backing, { story: id, fact, given })
  }
  await replaceCopy(room, reporter, { story: id, ...texts.edit })
  await proposeReplacement(room, editor, { story: id, ...texts.suggestion })
  await addComment(room, editor, { story: id, ...texts.comment, assignee: reporter })
  return { id }
}

/** Before anything is written. The sample desk is for a library in which nobody works yet. */
async function refuseElsewhere(room: Newsroom, by: string): Promise<void> {
  const why = whyNotMay('changeRoster', by, { desk: room.library })
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (hasPins(room.library.roster) || (await room.store.listStories()).length > 0)
    throw new NewsroomError('refused', newsroomText('sample.notHere'))
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The pool report, as a captured file of its source. */
async function captured(
  room: Newsroom,
  { editor, source: name, report, reportName }: SampleTexts,
): Promise<Pick<Evidence, 'source' | 'file' | 'fileName' | 'size'>> {
  const { id: source } = await addSource(room, editor, { name, kind: 'pool' })
  const bytes = bytesOf(report)
  const { upload } = await beginFile(room, editor, { name: reportName, size: bytes.length })
  await writeFile(room, editor, { upload, bytes })
  const { sha256 } = await keepFile(room, editor, { upload })
  return { source, file: sha256, fileName: reportName, size: bytes.length }
}

/** Adds the evidence of a fact and gives its verdict, as the sample editor. */
async function check(
  room: Newsroom,
  { editor, reporter }: SampleTexts,
  backing: Pick<Evidence, 'source' | 'file' | 'fileName' | 'size'>,
  { story, fact, given }: { readonly story: string; readonly fact: string; readonly given: SampleFact },
): Promise<void> {
  const { evidence, status, reason } = given
  if (evidence) {
    const { locator, excerpt, contradicts } = evidence
    const stance = contradicts ? 'contradicts' : 'supports'
    await addEvidence(room, editor, { story, fact, evidence: { ...backing, locator, excerpt, stance } })
  }
  if (status === undefined) return
  const seen = (await room.storyNow(story)).assessment(fact).view?.hash ?? ''
  const asked = status === 'queried' ? { addressee: reporter } : {}
  await signFact(room, editor, { story, fact, seen, status, ...defined({ reason }), ...asked })
}
