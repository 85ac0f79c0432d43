/** What can be done with a fact. */
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { Ellipsis, ListChecks, Plus } from 'lucide-react'
import { useId } from 'react'
import type { Assessment } from '../../../story/assessment/assessment'
import { standingOf } from '../../../story/assessment/verdicts/standing'
import { weighFact } from '../../../story/assessment/clearing'
import { FACT_TYPES, GUARDED, TYPE_WORDS, QUOTE_LIKE, factType } from '../../../story/ledger/facts/fact'
import type { Evidence, FactType } from '../../../story/ledger/facts/fact'
import { Button, IconButton, Menu, type MenuItem } from '../../ui'
import { returnAfter } from '../../verdicts/focusFact'
import { useVerdicts } from '../../verdicts/useVerdicts'
import { runCommand, useNotice, usePanels, useStoryReadOnly, type StoryPart } from '../../state'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../state/windowServices'
import { AcceptPending, usePendingOf } from '../../suggestions/PendingChanges'
import { isInTray } from '../../verdicts/walk'
import { evidenceName } from './evidenceName'
import type { FactDetailProps } from './factDetailProps'
import { placeToPutBack } from './putBack'
import { removedEvidence } from './removedEvidence'

/** What this fact needs next, in at most two buttons. Everything else is in the menu beside them (`FactMenu`). */
export function FactActions({
  fact,
  story,
}: {
  readonly fact: Assessment
  readonly story: StoryPart<'id' | 'session'>
}) {
  const { open } = useWindowServices().panels
  const [pending] = usePendingOf(fact.id)
  const review = usePanels(({ review }) => review)
  const { answer } = useVerdicts()
  const broken = fact.reasons.includes('hole')
  const evidence = (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => open({ kind: 'evidence', fact: fact.id })}>
      {factsPanelText('factDetail.evidence')}
    </Button>
  )
  const first = broken ? (
    <Button onClick={() => runCommand('fact.mend')}>{factsPanelText('factDetail.closeGap')}</Button>
  ) : pending ? (
    <AcceptPending fact={fact.id} story={story} suggestion={pending} />
  ) : fact.status === 'queried' ? (
    <Button onClick={() => answer(fact)}>{factsPanelText('factDetail.answer')}</Button>
  ) : isOpen(fact) ? (
    <Button icon={<ListChecks aria-hidden="true" />} onClick={() => runCommand('story.review')}>
      {factsPanelText('factDetail.review')}
    </Button>
  ) : null
  return review ? null : (
    <>
      {first}
      {evidence}
    </>
  )
}

interface FactMenuProps extends Pick<FactDetailProps, 'fact' | 'sources'> {
  readonly story: StoryPart<'id'>
  /** Whether its history is shown. */
  readonly past: boolean
  readonly showPast: (past: boolean) => void
}

/** The menu of a fact. Its history can be read in every story. */
export function FactMenu({ fact, story, sources, past, showPast }: FactMenuProps) {
  const readOnly = useStoryReadOnly()
  const more = useMoreActions(fact, story)
  const remove = useRemoveEvidence(fact, story, sources)
  const items = (): readonly MenuItem[] => {
    const history = {
      ...{ id: 'history', label: factsPanelText(past ? 'factDetail.hideHistory' : 'factDetail.history') },
      onSelect: () => showPast(!past),
    }
    if (readOnly !== undefined) return [history]
    return isInTray(fact) ? [...remove(), history] : [...more(remove()), history]
  }
  return (
    <Menu
      label={factsPanelText('factDetail.more')}
      items={items}
      trigger={<IconButton label={factsPanelText('factDetail.more')} icon={<Ellipsis aria-hidden="true" />} />}
    />
  )
}

/** Which piece of evidence to remove. Empty without evidence. */
function useRemoveEvidence(
  fact: Assessment,
  story: StoryPart<'id'>,
  sources: FactDetailProps['sources'],
): () => readonly MenuItem[] {
  const { act, undoList, store } = useWindowServices().newsroom
  const { check } = useNotice()
  /** Not once it is there again, or the fact was signed without it. */
  const isRemoved = ({ id }: Evidence): boolean => {
    const { session, person } = store.getState()
    const entries = session?.store.getState().view.entries ?? []
    return removedEvidence(entries, fact.id, person).some((item) => item.id === id)
  }
  const remove = async (item: Evidence): Promise<void> => {
    const goBack = returnAfter(fact.id)
    const which = { story: story.id, fact: fact.id }
    const removed = check(await act('fact.removeEvidence', { ...which, evidence: item.id }))
    goBack()
    if (!removed) return
    const { id: _id, ...evidence } = item
    undoList.offer(
      factsPanelText('undo.evidenceRemoved', { source: evidenceName(sources, item) }),
      async () => check(await act('fact.addEvidence', { ...which, evidence })),
      async () => isRemoved(item),
    )
  }
  return () =>
    fact.evidence.length === 0
      ? []
      : [
          {
            ...{ id: 'evidence', label: factsPanelText('factDetail.removeEvidence') },
            items: fact.evidence.map((item) => ({
              ...{ id: item.id, label: evidenceName(sources, item) },
              onSelect: () => void remove(item),
            })),
          },
        ]
}

const isOpen = (fact: Assessment): boolean => weighFact(fact) !== 'pass'

/** `evidence`: what can be done with it, before what ends the verdict and the tag. */
function useMoreActions(
  fact: Assessment,
  story: StoryPart<'id'>,
): (evidence: readonly MenuItem[]) => readonly MenuItem[] {
  const { act, undoList } = useWindowServices().newsroom
  const { check } = useNotice()
  const { panels } = useWindowServices()
  const { open, dismiss } = panels
  const review = usePanels(({ review }) => review)
  const { note } = useVerdicts()
  const type = factType(fact)
  const retype = (to: FactType): void => {
    const words = { from: TYPE_WORDS[type].toLowerCase(), to: TYPE_WORDS[to].toLowerCase() }
    const set = async (as: FactType, reason?: string) =>
      check(await act('fact.retype', { story: story.id, fact: fact.id, type: as, ...(reason ? { reason } : {}) }))
    const send = async (reason?: string): Promise<boolean> => (await set(to, reason)) !== undefined
    const change = async (): Promise<void> => {
      if (!(await send())) return
      // Back from a quote or an allegation needs a reason, so its own menu asks for it.
      if (!GUARDED.has(to)) undoList.offer(factsPanelText('undo.retyped', words), async () => set(type))
    }
    if (!GUARDED.has(type)) void change()
    else
      open({
        kind: 'reason',
        about: `${story.id} ${fact.id}`,
        words: fact.text || fact.words,
        title: factsPanelText('factDetail.changeFrom', words),
        label: factsPanelText('factDetail.whyAnotherKindFact'),
        action: factsPanelText('factDetail.change'),
        submit: send,
      })
  }
  const takeBack = (): void =>
    open({
      kind: 'reason',
      about: `${story.id} ${fact.id}`,
      words: fact.text || fact.words,
      title: factsPanelText('factDetail.takeBackVerdict'),
      label: factsPanelText('factDetail.whyTakenBack'),
      action: factsPanelText('factDetail.takeBack'),
      submit: async (reason) => {
        const { overlay } = panels.store.getState()
        const goBack = returnAfter(fact.id)
        const request = { story: story.id, fact: fact.id, standing: standingOf(fact), reason }
        const done = check(await act('fact.withdraw', request))
        if (!done) return false
        // What was opened since the form was sent stays open.
        if (panels.store.getState().overlay !== overlay) return true
        // The menu that opened the form is gone with the verdict.
        dismiss()
        goBack()
        return true
      },
    })
  const item = (key: Parameters<typeof factsPanelText>[0], onSelect: () => void): MenuItem => ({
    id: key,
    label: factsPanelText(key),
    onSelect,
  })
  return (evidence) => [
    {
      ...{ id: 'type', label: factsPanelText('factDetail.changeType') },
      items: FACT_TYPES.map((to) => ({
        ...{ id: to, label: TYPE_WORDS[to], checked: to === type },
        onSelect: () => {
          if (to !== type) retype(to)
        },
      })),
    },
    ...(review
      ? []
      : [item(QUOTE_LIKE.has(type) ? 'factDetail.noteSpeaker' : 'factDetail.noteClaim', () => note(fact))]),
    ...(!fact.record.derivation && (type === 'figure' || type === 'superlative' || type === 'date')
      ? [item('factDetail.workedOut', () => open({ kind: 'derivation', fact: fact.id }))]
      : []),
    ...(!fact.record.translation && (type === 'quote' || type === 'paraphrase')
      ? [item('factDetail.translated', () => open({ kind: 'translation', fact: fact.id }))]
      : []),
    ...(fact.reasons.includes('hole') && review
      ? [item('factDetail.closeGap', () => void runCommand('fact.mend'))]
      : []),
    ...evidence,
    ...(fact.current ? [item('factDetail.withdraw', takeBack)] : []),
    item('factDetail.removeTag', () => void runCommand('fact.untag')),
  ]
}

export function PutBack({ fact, story }: { readonly fact: Assessment; readonly story: StoryPart<'id' | 'copy'> }) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const hint = useId()
  const once = useOneAtATime()
  const place = placeToPutBack(fact, story.copy)
  const retag = async ({ block, from, to }: NonNullable<typeof place>): Promise<void> => {
    const goBack = returnAfter(fact.id)
    check(await act('fact.retag', { story: story.id, fact: fact.id, block, from, to }))
    goBack()
  }
  return (
    <>
      <Button
        disabled={!place}
        aria-describedby={hint}
        onClick={() => {
          if (place) void once(() => retag(place))
        }}
      >
        {factsPanelText('factDetail.tagAgain')}
      </Button>
      <span id={hint} className="soft">
        {place ? factsPanelText('factDetail.wordsStillStandCopy') : factsPanelText('factDetail.exactWordsStandNowhere')}
      </span>
    </>
  )
}
