import type { Copy } from '../../story/copy/copy'
import { factsPanelText } from '../../catalogue/window/factsPanel'
import { whyNotPreviousSource } from '../../checks/evidence/whyNotPreviousSource'
import type { Assessment } from '../../story/assessment/assessment'
import type { FoundPlace } from '../../story/assessment/copy/capturedText'
import type { Evidence } from '../../story/ledger/facts/fact'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { defined } from '../../story/text/defined'
import { keyOrName, pick, useNewsroom, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { lastEvidenceOf } from './lastEvidence'
import { foundFor, lookKey, foundPlaceKey } from './lookKey'
import { useSign } from './useSign'

export interface PreviousSource {
  /**
   * First shows where the source of the last evidence has the fact's words, or asks for the locator. Then, once the
   * place has been looked at, signs with it.
   */
  readonly press: (fact: Assessment) => void
  /** Signs with a locator that the person typed. Resolves to false when it was refused. */
  readonly signAt: (fact: Assessment, locator: string) => Promise<boolean>
}

/** The key of the previous source. */
export function usePreviousSource(): PreviousSource {
  const { panels, newsroom } = useWindowServices()
  const { act } = useWindowServices().newsroom
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const { check, say, showAlert } = useNotice()
  const story = useStory(pick('id', 'entries', 'transcripts'))
  const { sign, staysHere, isLookedAt } = useSign()

  const signWith = (fact: Assessment, evidence: Omit<Evidence, 'id'>): Promise<boolean> => {
    const known = fact.evidence.some(
      (item) =>
        item.stance === 'supports' &&
        item.source === evidence.source &&
        item.locator === evidence.locator &&
        item.file === evidence.file,
    )
    return sign(fact, 'verified', undefined, known ? undefined : evidence)
  }

  const look = async (fact: Assessment, source: string): Promise<void> => {
    if (!story) return
    const isHere = staysHere()
    const outcome = await act('fact.find', { story: story.id, fact: fact.id, source })
    const found = check(outcome)
    // The person went on meanwhile. What they type now is no place in this source, and their Enter signs nothing here.
    const session = newsroom.store.getState().session?.store.getState()
    if (!found || !isHere() || session?.current !== fact.id) return
    // Its words changed while the file was read: the place may be one of other words.
    const now = session.view.assessments.find(({ id }) => id === fact.id)
    if (!now || lookKey(now) !== lookKey(fact)) return say(factsPanelText('useVerdicts.lookFirst'))
    const { sought, places, why, refused } = found
    if (refused) return showAlert(why ?? sought)
    panels.store.setState({
      found: {
        ...{ fact: fact.id, look: lookKey(fact), source, sought, places, chosen: places.length === 1 ? 0 : null },
        ...defined({ why }),
      },
    })
  }

  const copyNow = (): Copy => newsroom.store.getState().session?.store.getState().view.copy ?? []

  return {
    press: (fact) => {
      if (!story) return
      if (panels.signing.has(fact.id)) return say(factsPanelText('useVerdicts.tooSoon'))
      const refused = whyNotPreviousSource(fact, story.transcripts, copyNow())
      if (refused !== undefined) return showAlert(refused)
      const last = lastEvidenceOf(story.entries, person ?? '', desk.sources)
      if (!last)
        return say(factsPanelText('useVerdicts.thereNoEarlierSource', { keyOrName: keyOrName('review.evidence') }))
      if (!isLookedAt(fact, 'evidence')) return
      const found = foundFor(panels.store.getState().found, fact)
      if (found?.source !== last.source) return void look(fact, last.source)
      const place = found.chosen === null ? undefined : found.places[found.chosen]
      if (!place)
        return say(
          factsPanelText(found.places.length === 0 ? 'usePreviousSource.sayWhere' : 'usePreviousSource.chooseOne'),
        )
      const key = foundPlaceKey(found)
      if (key === null || !panels.attention.place.isReady(key)) return say(factsPanelText('useVerdicts.lookFirst'))
      void signWith(fact, evidenceAt(found.source, place))
    },
    signAt: (fact, locator) => {
      const found = foundFor(panels.store.getState().found, fact)
      if (!found || !isLookedAt(fact, 'evidence')) return Promise.resolve(false)
      const refused = whyNotPreviousSource(fact, story?.transcripts, copyNow())
      if (refused !== undefined) {
        showAlert(refused)
        return Promise.resolve(false)
      }
      const captured = lastCaptured(story?.entries ?? [], found.source)
      return signWith(fact, {
        source: found.source,
        locator,
        stance: 'supports',
        ...defined({ file: captured?.file, fileName: captured?.fileName }),
      })
    },
  }
}

/** The last file that evidence of this source named. */
function lastCaptured(entries: readonly LedgerEntry[], source: string): Evidence | undefined {
  const last = entries.findLast(
    (entry) => entry.kind === 'evidenceAdded' && entry.evidence.source === source && entry.evidence.file !== undefined,
  )
  return last?.kind === 'evidenceAdded' ? last.evidence : undefined
}

const evidenceAt = (source: string, place: FoundPlace): Omit<Evidence, 'id'> => ({
  source,
  locator: place.locator,
  excerpt: `${place.before}${place.words}${place.after}`.replace(/\s+/gu, ' ').trim(),
  stance: 'supports',
  file: place.file,
  ...(place.fileName === '' ? {} : { fileName: place.fileName }),
})
