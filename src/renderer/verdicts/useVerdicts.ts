import { factsPanelText } from '../../catalogue/window/factsPanel'
import type { Assessment } from '../../story/assessment/assessment'
import { replacedVerdict } from '../../story/assessment/people/entitlement'
import { standingOf } from '../../story/assessment/verdicts/standing'
import { sourceBook } from '../../story/desk/source'
import { QUOTE_LIKE, STATUS_WORDS, factType } from '../../story/ledger/facts/fact'
import { signedTogether } from '../../checks/rules/facts/duplicateStatements'
import { sinceISigned } from '../../review/sinceISigned'
import { useAcceptContext } from './useAcceptContext'
import { usePreviousSource } from './usePreviousSource'
import { leftOutWords } from './leftOutWords'
import { lookKey } from './lookKey'
import { seenFact, useSign } from './useSign'
import { pick, useNewsroom, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import type { ReviewQuestion } from '../state/stores/reviewQuestion'
import type { Step, WalkNow } from './useStep'
import type { VerdictKind } from './verdicts'
import { whyNotGive } from './whyNotGive'
import { defined } from '../../story/text/defined'

export interface Verdicts {
  /** Moves to the next or previous open fact. Says so when none is left. */
  readonly step: Step
  /** The walk as it is now: call it before a verdict, and step in it afterwards. */
  readonly order: () => WalkNow
  /** Gives a status, after asking for what it needs, and moves on. */
  readonly give: (fact: Assessment, verdict: VerdictKind) => void
  readonly sameSource: (fact: Assessment) => void
  readonly acceptContext: (fact: Assessment) => void
  readonly answer: (fact: Assessment) => void
  readonly note: (fact: Assessment) => void
  /** Asks why, and takes the verdict back. */
  readonly takeBack: (fact: Assessment) => void
  /** Signs again what this person signed and what is unchanged. */
  readonly signAgain: () => void
}

/** What a reviewer can do with the selected fact. */
export function useVerdicts(): Verdicts {
  const { panels } = useWindowServices()
  const { act, undoList } = useWindowServices().newsroom
  const { desk, person } = useNewsroom(pick('desk', 'person'))
  const { check, say, showAlert, announce } = useNotice()
  const { open } = useWindowServices().panels
  const story = useStory(pick('id', 'story', 'assessments'))

  const { step, order, sign, isLookedAt, bringsBackup, lookBehindForm } = useSign()
  const { press } = usePreviousSource()
  const acceptContext = useAcceptContext()

  /** Asks over the dock of review, else in the fact's row. */
  const put = (asked: ReviewQuestion): void => {
    if (!panels.store.getState().review) panels.showTab('facts')
    panels.store.setState({ ask: asked })
  }
  const ask = (fact: Assessment, label: string, action: string, submit: (text: string) => Promise<boolean>): void =>
    put({ fact: fact.id, label, action, optional: false, submit })

  return {
    step,
    order,
    give: (fact, { status, label, ask: question }) => {
      if (panels.signing.has(fact.id)) return say(factsPanelText('useVerdicts.tooSoon'))
      const together = signedTogether(fact, story?.assessments ?? [])
      const withBackup = status === 'verified' || together.length > 0
      // Refuses before anything is typed for nothing.
      const why = story && person !== undefined ? whyNotGive(fact, status, person, story.story, desk) : undefined
      if (why !== undefined) return showAlert(why)
      if (withBackup && bringsBackup()) return
      if (status === 'verified' && !fact.evidence.some((item) => item.stance === 'supports'))
        return open({ kind: 'evidence', fact: fact.id, verify: true })
      const contradicted = status === 'verified' && fact.evidence.some((item) => item.stance === 'contradicts')
      const replaced = replacedVerdict(status, fact.words, fact)
      const those = replaced && { by: replaced.by, status: STATUS_WORDS[replaced.status] }
      const reasonAsked = contradicted
        ? factsPanelText('useVerdicts.whyVerifiedAlthoughEvidence')
        : those && factsPanelText('useVerdicts.whyReplaced', those)
      const needs = status === 'verified' ? 'evidence' : withBackup ? 'beside' : 'fact'
      const isSeen = lookBehindForm(fact, needs)
      const submit: ReviewQuestion['submit'] = async (reason, more) =>
        isSeen() && sign(fact, status, reason, undefined, more)
      if (reasonAsked !== undefined && !question) return ask(fact, reasonAsked, label, (reason) => submit(reason, {}))
      if (question) {
        return put({
          fact: fact.id,
          label: question.label,
          action: label,
          // One answer is both: a verdict that replaces another one needs a reason, and the question or finding is it.
          optional: !those && question.optional,
          ...(those ? { hint: factsPanelText('useVerdicts.replaces', those) } : {}),
          submit,
          ...(status === 'queried' ? { query: true } : {}),
          ...(status === 'wrong' ? { words: fact.words, closing: closingOf(fact) } : {}),
        })
      }
      if (isLookedAt(fact, needs)) void sign(fact, status)
    },
    sameSource: press,
    acceptContext,
    answer: (fact) => {
      if (!story) return
      if (fact.current?.status !== 'queried') return say(factsPanelText('useVerdicts.noQueryOpenFact'))
      ask(
        fact,
        factsPanelText('useVerdicts.answer', { value: fact.current.reason ?? factsPanelText('useVerdicts.query') }),
        factsPanelText('useVerdicts.answerAction'),
        async (text) =>
          check(await act('fact.answer', { story: story.id, fact: fact.id, standing: standingOf(fact), text })) !==
          undefined,
      )
    },
    signAgain: () => {
      if (!story) return
      const since = sinceISigned(story.assessments, person ?? '', sourceBook(desk.sources))
      const again = since.filter((one) => one.again).map(({ fact }) => fact)
      if (again.length === 0) return say(factsPanelText('useVerdicts.nothingSignAgainWhat'))
      // The key acts on the list, so the list comes first.
      if (!panels.store.getState().since) {
        panels.store.setState({ since: true })
        return say(factsPanelText('useVerdicts.hereListSameKey'))
      }
      const seen = again.filter((fact) => panels.attention.row(againRow(fact.id)).isReady(lookKey(fact)))
      if (seen.length === 0) return say(factsPanelText('useVerdicts.lookFirst'))
      void act('fact.signAgain', { story: story.id, facts: seen.map(seenFact) }).then((outcome) => {
        const done = check(outcome)
        if (!done) return
        const count = done.signed.length
        const left = leftOutWords(done.refused, seen, person)
        if (left === '') announce(factsPanelText('useVerdicts.signedAgainFacts', { count }))
        else showAlert(factsPanelText('useVerdicts.signedAgainSome', { count, facts: left }))
      })
    },
    takeBack: (fact) => {
      if (!story) return
      if (!fact.current) return say(factsPanelText('useVerdicts.noVerdict'))
      const [why, action] = [factsPanelText('factDetail.whyTakenBack'), factsPanelText('factDetail.takeBack')]
      ask(fact, why, action, async (reason) => {
        const request = { story: story.id, fact: fact.id, standing: standingOf(fact), reason }
        const done = check(await act('fact.withdraw', request))
        if (done) announce(factsPanelText('useVerdicts.takenBack', { words: fact.text || fact.words }))
        return done !== undefined
      })
    },
    note: (fact) => {
      if (!story) return
      const quotes = QUOTE_LIKE.has(factType(fact))
      put({
        fact: fact.id,
        label: factsPanelText('useVerdicts.whatClaimedOneSentence'),
        action: factsPanelText('useVerdicts.note'),
        optional: true,
        start: fact.tag.statement ?? '',
        ...(quotes ? { speaker: fact.tag.attributedTo ?? '' } : {}),
        submit: async (statement, { attributedTo }) => {
          const set = async (words: { readonly statement: string; readonly attributedTo?: string }) =>
            check(await act('fact.describe', { story: story.id, fact: fact.id, ...words }))
          if ((await set({ statement, ...defined({ attributedTo }) })) === undefined) return false
          const { statement: before = '', attributedTo: speaker = '' } = fact.tag
          undoList.offer(factsPanelText('undo.noted'), async () =>
            set({ statement: before, ...(quotes ? { attributedTo: speaker } : {}) }),
          )
          return true
        },
      })
    },
  }
}

/** The name of a fact's row in the list of what may be signed again. */
export const againRow = (fact: string): string => `again ${fact}`

/** What follows the words of a fact under its tag: “,” of “We agreed,”. */
const closingOf = ({ text, words }: Assessment): string => (text.startsWith(words) ? text.slice(words.length) : '')
