import { factsPanelText } from '../../catalogue/window/factsPanel'
import type { Assessment } from '../../story/assessment/assessment'
import { whyNotSign } from '../../story/assessment/entitlement'
import type { Evidence, SignedStatus } from '../../story/ledger/fact'
import { QUOTE_LIKE, STATUS_WORDS } from '../../story/ledger/fact'
import { sourceBook } from '../../story/desk/source'
import { signedTogether } from '../../checks/rules/facts/duplicateStatements'
import { nextOpenFact, sharingContext } from '../../review/openFacts'
import { sinceISigned } from '../../review/sinceISigned'
import { inWalkOrder } from './walk'
import { lastEvidenceOf } from './lastEvidence'
import { keyOrName, pick, useNewsroom, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import type { ReviewQuestion, AskAnswer } from '../state/stores/panels'
import type { SeenFact } from '../../story/requests/requests'
import type { VerdictKind } from './verdicts'
import { findPlace, focusOn, isAwaited, isDialogOpen, isDrawn } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { defined } from '../../story/text/defined'

export interface Verdicts {
  /** Moves to the next or previous open fact. Says so when none is left. */
  readonly step: (direction: 1 | -1, from?: string | null) => void
  /** Gives a status, after asking for what it needs, and moves on. */
  readonly give: (fact: Assessment, verdict: VerdictKind) => void
  readonly sameSource: (fact: Assessment) => void
  readonly acceptContext: (fact: Assessment) => void
  readonly answer: (fact: Assessment) => void
  readonly note: (fact: Assessment) => void
  /** Signs again what this person signed and what is unchanged. */
  readonly signAgain: () => void
}

/** What a reviewer can do with the selected fact. */
export function useVerdicts(): Verdicts {
  const { panels, newsroom } = useWindowServices()
  const { act } = useWindowServices().newsroom
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const { check, say, showAlert, announce } = useNotice()
  const { open } = useWindowServices().panels
  const story = useStory(pick('id', 'story', 'entries', 'assessments'))

  const step: Verdicts['step'] = (direction, from) => {
    const session = newsroom.store.getState().session
    if (!session) return
    const { assessments } = session.store.getState().view
    const sources = sourceBook(desk.sources)
    const here = from ?? session.store.getState().current ?? undefined
    const next = nextOpenFact(inWalkOrder(assessments, panels.store.getState().walk, sources), here, direction)
    if (!next) {
      // The person asked to move on, so say why nothing moves.
      return from === undefined
        ? say(factsPanelText('useVerdicts.noOpenFactLeft'))
        : announce(factsPanelText('useVerdicts.noOpenFactLeft'))
    }
    session.jump({ kind: 'fact', fact: next.id }, false)
    announce(`${STATUS_WORDS[next.status]}: ${next.text || next.words}`)
    focusFact(next.id)
  }

  const sign = async (
    fact: Assessment,
    status: SignedStatus,
    reason?: string,
    evidence?: Omit<Evidence, 'id'>,
    more?: AskAnswer,
  ): Promise<boolean> => {
    if (!story || panels.signing.has(fact.id)) return false
    const asking = panels.store.getState().ask
    const wrote = isInCopy()
    panels.signing.add(fact.id)
    const outcome = await act('fact.sign', {
      story: story.id,
      fact: fact.id,
      status,
      words: fact.words,
      sentence: fact.sentence,
      ...(reason ? { reason } : {}),
      ...defined({ evidence }),
      ...more,
      ...echoesShown(fact, story.assessments),
    }).finally(() => panels.signing.delete(fact.id))
    if (!check(outcome)) return false
    const echoes = signedTogether(fact, story.assessments).length
    announce(
      `${STATUS_WORDS[status]}: ${fact.text}${echoes > 0 ? factsPanelText('useVerdicts.otherPlaces3', { echoes }) : ''}`,
    )
    // A question asked meanwhile is answered first. A person who is in the copy or in another story stays there.
    if (
      newsroom.store.getState().session?.id === story.id &&
      (panels.store.getState().ask === null || panels.store.getState().ask === asking) &&
      (wrote || !isInCopy())
    )
      step(1, fact.id)
    return true
  }

  /** Brings the backup of review back when it was put away, and returns true. Nothing is signed for what nobody saw. */
  const bringBackup = (): boolean => {
    const backup = findPlace(PLACES.backup)
    if (!backup || isDrawn(backup)) return false
    panels.store.setState({ folded: false })
    panels.store.setState({ drawer: 'library' })
    say(factsPanelText('useVerdicts.hereBackupSameKey'))
    return true
  }

  /** Scrolls to the fact's row, where the question appears. */
  const put = (asked: ReviewQuestion): void => {
    panels.showTab('facts')
    panels.store.setState({ ask: asked })
  }
  const ask = (fact: Assessment, label: string, action: string, submit: (text: string) => Promise<boolean>): void =>
    put({ fact: fact.id, label, action, optional: false, submit })

  return {
    step,
    give: (fact, { status, label, ask: question }) => {
      if (panels.signing.has(fact.id)) return
      // Refuses before anything is typed for nothing.
      const why =
        story && person !== undefined
          ? whyNotSign(
              {
                by: person,
                status,
                type: fact.record.type ?? fact.tag.type,
                record: fact.record,
                evidence: ANY_BACKUP,
                reason: label,
              },
              story.story,
              desk,
            )
          : undefined
      if (why !== undefined) return showAlert(why)
      if (status === 'verified' && !fact.evidence.some((item) => item.stance === 'supports'))
        return open({ kind: 'evidence', fact: fact.id, verify: true })
      if ((status === 'verified' || signedTogether(fact, story?.assessments ?? []).length > 0) && bringBackup()) return
      const contradicted = status === 'verified' && fact.evidence.some((item) => item.stance === 'contradicts')
      if (contradicted)
        return ask(fact, factsPanelText('useVerdicts.whyVerifiedAlthoughEvidence'), label, (reason) =>
          sign(fact, status, reason),
        )
      if (question) {
        const submit: ReviewQuestion['submit'] = (reason, more) => sign(fact, status, reason, undefined, more)
        return put({
          fact: fact.id,
          label: question.label,
          action: label,
          optional: question.optional,
          submit,
          ...(status === 'queried' ? { query: true } : {}),
          ...(status === 'wrong' ? { words: fact.words } : {}),
        })
      }
      void sign(fact, status)
    },
    sameSource: (fact) => {
      const last = story && lastEvidenceOf(story.entries, person ?? '', desk.sources)
      if (!last)
        return say(factsPanelText('useVerdicts.thereNoEarlierSource', { keyOrName: keyOrName('review.evidence') }))
      if (bringBackup()) return
      const known = fact.evidence.some(
        (item) => item.source === last.source && item.locator === last.locator && item.stance === 'supports',
      )
      void sign(
        fact,
        'verified',
        undefined,
        known ? undefined : { source: last.source, locator: last.locator, stance: 'supports' },
      )
    },
    acceptContext: (fact) => {
      if (!story) return
      const together = sharingContext(story.assessments, fact)
      const facts = together.some((other) => other.id === fact.id) ? together : [fact, ...together]
      void act('fact.acceptContext', {
        story: story.id,
        facts: facts.map(({ id, words, sentence }) => ({ fact: id, words, sentence })),
      }).then((outcome) => {
        const done = check(outcome)
        if (!done) return
        if (done.accepted.length === 0) return say(factsPanelText('useVerdicts.nothingAcceptHereOnly'))
        announce(factsPanelText('useVerdicts.sentenceAcceptedFacts', { count: done.accepted.length }))
        step(1, fact.id)
      })
    },
    answer: (fact) => {
      if (!story) return
      if (fact.current?.status !== 'queried') return say(factsPanelText('useVerdicts.noQueryOpenFact'))
      ask(
        fact,
        factsPanelText('useVerdicts.answer', { value: fact.current.reason ?? factsPanelText('useVerdicts.query') }),
        factsPanelText('useVerdicts.answer2'),
        async (text) => check(await act('fact.answer', { story: story.id, fact: fact.id, text })) !== undefined,
      )
    },
    signAgain: () => {
      if (!story) return
      const again = sinceISigned(story.assessments, person ?? '').filter((one) => one.again)
      if (again.length === 0) return say(factsPanelText('useVerdicts.nothingSignAgainWhat'))
      void act('fact.signAgain', {
        story: story.id,
        facts: again.map(({ fact: { id, words, sentence } }) => ({ fact: id, words, sentence })),
      }).then((outcome) => {
        const done = check(outcome)
        if (done) announce(factsPanelText('useVerdicts.signedAgainFacts', { count: done.signed.length }))
      })
    },
    note: (fact) => {
      if (!story) return
      const quotes = QUOTE_LIKE.has(fact.record.type ?? fact.tag.type)
      put({
        fact: fact.id,
        label: factsPanelText('useVerdicts.whatClaimedOneSentence'),
        action: factsPanelText('useVerdicts.note'),
        optional: true,
        start: fact.tag.statement ?? '',
        ...(quotes ? { speaker: fact.tag.attributedTo ?? '' } : {}),
        submit: async (statement, { attributedTo }) =>
          check(
            await act('fact.describe', {
              story: story.id,
              fact: fact.id,
              statement,
              ...defined({ attributedTo }),
            }),
          ) !== undefined,
      })
    },
  }
}

/**
 * Stands for any backup when only the person's right to sign is asked. What else the verdict needs is asked for later.
 */
const ANY_BACKUP: readonly Evidence[] = [{ id: '', source: '', locator: 'p. 1', stance: 'supports' }]

/** The other places of the same statement that are shown beside the fact and signed with it. */
export function echoesShown(
  fact: Assessment,
  assessments: readonly Assessment[],
): { readonly echoes?: readonly SeenFact[] } {
  const together = signedTogether(fact, assessments)
  return together.length === 0
    ? {}
    : { echoes: together.map(({ id, words, sentence }) => ({ fact: id, words, sentence })) }
}

/** Whether the keyboard is on its way to this fact. */
export const isOnItsWayTo = (fact: string | null): boolean => fact !== null && isAwaited(PLACES.fact(fact))

/**
 * Moves the keyboard to the fact's row once it is drawn, or to its backup in a narrow window, which may hide the list.
 * Leaves it in a dialog, in a field that it was not in before, and where `stays` says so.
 */
export function focusFact(fact: string, stays: () => boolean = () => false): void {
  const left = document.activeElement
  // On the row, text meant for a field would be read as verdict keys.
  const isInAnotherField = (): boolean =>
    document.activeElement !== left && document.activeElement?.matches('input, textarea, select') === true
  focusOn([PLACES.fact(fact), PLACES.backup], {
    unless: () => isDialogOpen() || isInAnotherField() || stays(),
    preventScroll: true,
  })
}

/** Whether the keyboard is in the copy. */
export const isInCopy = (): boolean => document.activeElement?.matches('[contenteditable="true"]') === true

/** Does the same after a wait: a person who has gone into the copy meanwhile stays there. */
export const returnToFact = (fact: string): void => focusFact(fact, isInCopy)
