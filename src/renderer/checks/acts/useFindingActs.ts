import { type RefObject, useState } from 'react'
import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { tagTypeOf } from '../../../checks/finding/tagTypeOf'
import { tagSelection } from '../../../editor/facts/factCommands'
import { mayDismiss, mayOverride } from '../../../gate/override'
import type { Outcome } from '../../../ipc/contract'
import type { Finding } from '../../../story/assessment/finding'
import { seenOfFinding } from '../../../story/assessment/seenFinding'
import type { FactType } from '../../../story/ledger/facts/fact'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly } from '../../state'
import { PLACES } from '../../state/focusPlaces'
import { useWindowServices } from '../../state/windowServices'
import { nextRow, SELECTED_TAB } from '../../ui/focus/focusService'
import { wordsAt } from '../groups/issueList'

export interface FindingActs {
  /** The type that the words would be tagged as. Undefined: this person cannot tag them here. */
  readonly tagType: FactType | undefined
  /** Hidden direction characters can be taken out of the copy. */
  readonly repairable: boolean
  readonly dismissable: boolean
  readonly overridable: boolean
  /** Why the last act was refused. */
  readonly problem: string | undefined
  readonly setProblem: (problem: string | undefined) => void
  readonly tag: (type: FactType) => void
  readonly takeOut: () => Promise<void>
  readonly dismiss: () => Promise<void>
  /** `onDone` is called before the keyboard moves on. */
  readonly override: (reason: string, onDone: () => void) => Promise<void>
}

/**
 * What this person may do about one finding of `story`. An act that succeeds moves the keyboard from `item`, the row of
 * the finding, to the next row.
 */
export function useFindingActs(finding: Finding, story: string, item: RefObject<HTMLLIElement | null>): FindingActs {
  const { newsroom } = useWindowServices()
  const { act } = newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const readOnly = useStoryReadOnly()
  const { announce, showAlert, check } = useNotice()
  const shown = useStory(pick('id', 'editor', 'session', 'story', 'copy', 'assessments', 'jump'))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { rule, key } = finding
  const moment = shown?.id === story ? shown.story : undefined
  const writable = readOnly === undefined && person !== undefined && moment !== undefined

  const seen = (): string => seenOfFinding(finding, shown?.copy ?? [], shown?.assessments ?? [])

  /** Does one act at a time. Undefined: another one is running. */
  const send = async <T>(request: () => Promise<Outcome<T>>, onDone?: () => void): Promise<Outcome<T> | undefined> => {
    if (busy) return undefined
    const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
    setBusy(true)
    const outcome = await request()
    setBusy(false)
    if (outcome.ok) onDone?.()
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
    // Its words have changed, so this line disappears, and a message in it would disappear too.
    else if (outcome.reason === 'usage') {
      showAlert(outcome.message)
      newsroom.store.getState().session?.refresh()
    }
    return outcome
  }

  return {
    tagType: writable && shown?.editor?.isEditable ? tagTypeOf(finding, wordsAt(finding, shown.copy)) : undefined,
    repairable: writable && rule === 'directionOverride',
    dismissable: writable && mayDismiss(finding, person, moment, desk),
    overridable: writable && finding.severity === 'block' && mayOverride(finding, person, moment, desk),
    problem,
    setProblem,
    tag: (type) => {
      const { editor } = shown ?? {}
      if (!editor) return
      const goOn = nextRow(item.current, PLACES.findings, PLACES.findingList, SELECTED_TAB)
      shown?.jump(finding.where, false)
      if (!tagSelection(type)(editor.state, editor.view.dispatch, editor.view))
        return setProblem(checksPanelText('findingItem.theseWordsOnlyProposed'))
      announce(checksPanelText('findingItem.tagged', { type }))
      goOn()
    },
    takeOut: async () => {
      const mark = () => (shown ? { mark: shown.session.requested.mark() } : {})
      await send(() => act('copy.dropOverrides', { story, ...mark() }))
    },
    dismiss: async () => {
      const outcome = await send(() => act('finding.dismiss', { story, rule, key, seen: seen() }))
      if (!outcome?.ok) return
      const said = checksPanelText(outcome.value.waits ? 'findingItem.dismissedWaits' : 'findingItem.dismissed')
      newsroom.undoList.offer(said, async () =>
        check(await act('finding.undismiss', { story, findings: [{ rule, key }] })),
      )
    },
    override: async (reason, onDone) => {
      await send(() => act('finding.override', { story, rule, key, seen: seen(), reason }), onDone)
    },
  }
}
