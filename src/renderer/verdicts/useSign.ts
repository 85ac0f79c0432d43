import { factsPanelText } from '../../catalogue/window/factsPanel'
import { signedTogether } from '../../checks/rules/facts/duplicateStatements'
import type { Assessment } from '../../story/assessment/assessment'
import { standingOf } from '../../story/assessment/verdicts/standing'
import type { Evidence, SignedStatus } from '../../story/ledger/facts/fact'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import type { SeenFact } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { pick, useNotice, useStory } from '../state'
import type { AskAnswer } from '../state/stores/reviewQuestion'
import type { Panels } from '../state/stores/panels'
import { useWindowServices } from '../state/windowServices'
import { findPlace, inAnotherField, isDrawn, placesCalled } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { isInCopy, showReviewedWords } from './focusFact'
import { lookKey, partKey, WORDS_PART } from './lookKey'
import { useStep, type Step, type WalkNow } from './useStep'

/**
 * What has to be seen: the fact anywhere, its words beside the evidence, or these and each piece of evidence. All of
 * them stand in the signed view of a tick.
 */
export type Needs = 'fact' | 'beside' | 'evidence'

export interface Signing {
  readonly step: Step
  /** The walk as it is now. Call it before a verdict is sent: the verdict may give the fact another place in it. */
  readonly order: () => WalkNow
  /** Whether as much of the fact has been on the screen long enough. Otherwise brings it there and says so. */
  readonly isLookedAt: (fact: Assessment, needs: Needs) => boolean
  /** Brings the backup back where it was put away, says so, and returns true. Nothing opens before it. */
  readonly bringsBackup: () => boolean
  /**
   * For a form that opens now: whether as much of its fact has been on the screen long enough when the form is sent.
   * Otherwise says so. Opening a form signs nothing, so it never waits.
   */
  readonly lookBehindForm: (fact: Assessment, needs: Needs) => () => boolean
  /**
   * Call before a verdict is sent: the returned function says whether the person is still at its fact when it is
   * signed, and has not gone to another fact, question, field or story, or into the copy.
   */
  readonly staysHere: () => () => boolean
  /** Signs, and moves on if the person is still there. Resolves to false when it was refused. */
  readonly sign: (
    fact: Assessment,
    status: SignedStatus,
    reason?: string,
    evidence?: Omit<Evidence, 'id'>,
    more?: AskAnswer,
  ) => Promise<boolean>
}

/** Signs the current fact as the person saw it. */
export function useSign(): Signing {
  const { panels, newsroom } = useWindowServices()
  const { act } = useWindowServices().newsroom
  const { check, say, announce } = useNotice()
  const story = useStory(pick('id', 'assessments'))
  const { step, order } = useStep()

  const currentFact = (): string | null | undefined => newsroom.store.getState().session?.store.getState().current
  const staysHere: Signing['staysHere'] = () => {
    const asking = panels.store.getState().ask
    const wrote = isInCopy()
    const wentElsewhere = inAnotherField()
    // Drawn again with its evidence, the question of the previous source takes the keyboard by itself.
    const isInAnotherField = (): boolean =>
      wentElsewhere() && !placesCalled(PLACES.found).some((strip) => strip.contains(document.activeElement))
    const current = currentFact()
    return () =>
      newsroom.store.getState().session?.id === story?.id &&
      currentFact() === current &&
      (panels.store.getState().ask === null || panels.store.getState().ask === asking) &&
      (wrote || !isInCopy()) &&
      !isInAnotherField()
  }

  const sign: Signing['sign'] = async (fact, status, reason, evidence, more) => {
    if (!story || panels.signing.has(fact.id)) return false
    const isHere = staysHere()
    const walk = order()
    const shown = duplicatesShown(fact, story.assessments, panels)
    panels.signing.add(fact.id)
    const outcome = await act('fact.sign', {
      story: story.id,
      ...seenFact(fact),
      status,
      ...(reason ? { reason } : {}),
      ...defined({ evidence }),
      ...more,
      ...shown,
    }).finally(() => panels.signing.delete(fact.id))
    if (!check(outcome)) return false
    const duplicates = shown.echoes?.length ?? 0
    announce(
      `${STATUS_WORDS[status]}: ${fact.text}${duplicates > 0 ? factsPanelText('useVerdicts.otherPlaces', { count: duplicates }) : ''}`,
    )
    const count = signedTogether(fact, story.assessments).length - duplicates
    if (count > 0) say(factsPanelText('useVerdicts.placesNotShown', { count }))
    // A question asked meanwhile is answered first. A person who went elsewhere stays there.
    if (isHere()) step(1, fact.id, walk)
    return true
  }

  const isLookedAt: Signing['isLookedAt'] = (fact, needs) => {
    const { attention } = panels
    if (needs === 'fact' && attention.detail.isReady(lookKey(fact))) return true
    if (bringsBackup()) return false
    if (!attention.fact.isReady(lookKey(fact)) || !attention.wasSeen(partKey(fact, WORDS_PART))) {
      showReviewedWords()
      say(factsPanelText('useVerdicts.lookFirst'))
      return false
    }
    return needs !== 'evidence' || areSeen(fact)
  }

  /** Whether each piece of evidence was seen. Otherwise brings the first one that was not. */
  const areSeen = (fact: Assessment): boolean => {
    const at = fact.evidence.findIndex(({ id }) => !panels.attention.wasSeen(partKey(fact, id)))
    const item = fact.evidence[at]
    if (!item) return true
    panels.store.setState({ piece: { fact: fact.id, evidence: item.id } })
    say(
      fact.evidence.length === 1
        ? factsPanelText('useVerdicts.lookFirst')
        : factsPanelText('useVerdicts.lookAtEach', { at: at + 1, of: fact.evidence.length }),
    )
    return false
  }

  const bringsBackup = (): boolean => {
    const brought = bringBackup(panels)
    if (brought) say(factsPanelText('useVerdicts.evidenceFirst'))
    return brought
  }

  const lookBehindForm: Signing['lookBehindForm'] = (fact, needs) => {
    const isSeen = behindForm(fact, panels)
    return () => {
      if (isSeen()) return needs !== 'evidence' || areSeen(fact)
      say(factsPanelText('useVerdicts.lookFirst'))
      return false
    }
  }

  return { step, order, staysHere, sign, isLookedAt, bringsBackup, lookBehindForm }
}

/** Brings the backup of review back when it was put away, and returns true. Nothing is signed for what nobody saw. */
function bringBackup(panels: Panels): boolean {
  const backup = findPlace(PLACES.backup)
  if (backup ? isDrawn(backup) : !panels.store.getState().review) return false
  panels.store.setState({ drawer: 'library' })
  return true
}

/** For a form that opens now: whether its fact was seen long enough by the time of each call. */
export const behindForm = (fact: Assessment, { attention }: Panels): (() => boolean) =>
  attention.behindForm([attention.fact, attention.detail].some((look) => look.isReady(lookKey(fact))))

/** The other places of the same statement that were shown beside the fact long enough. They are signed with it. */
export function duplicatesShown(
  fact: Assessment,
  assessments: readonly Assessment[],
  { attention }: Panels,
): { readonly echoes?: readonly SeenFact[] } {
  const together = signedTogether(fact, assessments).filter((other) => attention.row(other.id).isReady(lookKey(other)))
  return together.length === 0 ? {} : { echoes: together.map(seenFact) }
}

/** A fact with the view and the verdicts that this window shows of it. */
export const seenFact = (fact: Assessment): Required<SeenFact> => ({
  ...{ fact: fact.id, seen: fact.view?.hash ?? '', standing: standingOf(fact) },
})
