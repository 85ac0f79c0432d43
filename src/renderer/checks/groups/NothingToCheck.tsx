import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { mayDismiss } from '../../../gate/override'
import type { Finding } from '../../../story/assessment/finding'
import { seenOfFinding } from '../../../story/assessment/seenFinding'
import { describePlace } from '../../../story/copy/describePlace'
import { canonical } from '../../../story/text/compare'
import { saidTo } from '../../../story/desk/saidTo'
import type { Copy } from '../../../story/copy/copy'
import type { FindingKey } from '../../../story/ledger/events/gateEvent'
import { Button } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, useNotice, usePanels, useStory } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { issueList, wordsAt } from './issueList'
import { useTagAll } from './useTagAll'
import './nothingToCheck.css'

/** Findings that one request may name. */
const AT_ONCE = 1000

interface DistinctName {
  readonly name: string
  readonly findings: readonly Finding[]
}

/** Lists the names, dates or places without a tag, each once, and marks the ticked ones “nothing to check”. */
export function NothingToCheck() {
  const overlay = usePanels(({ overlay }) => overlay)
  const { panels, newsroom, notices } = useWindowServices()
  const { act } = newsroom
  const { person = '', desk } = useNewsroom(pick('person', 'desk'))
  const story = useStory(pick('id', 'story', 'copy', 'clear', 'assessments', 'editor'))
  const listState = useStore(panels.checks.store)
  const close = useClose()
  const tagAll = useTagAll()
  const { check } = useNotice()
  /** The hashes of the ticked findings, as they read when they were ticked (`seenOfFinding`). */
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  if (overlay?.kind !== 'nothingToCheck' || !story) return null
  const { of } = overlay
  const group = issueList(story, listState).groups.find(({ kind }) => kind === of)
  const all = group?.findings ?? []
  const names = distinct(
    all.filter((finding) => mayDismiss(finding, person, story.story, desk)),
    story.copy,
  )
  const hashes = new Map(all.map((finding) => [finding, seenOfFinding(finding, story.copy, story.assessments)]))
  const hashOf = (finding: Finding): string => hashes.get(finding) ?? ''
  const isTicked = ({ findings }: DistinctName): boolean => findings.every((finding) => ticked.has(hashOf(finding)))
  // A place that came, or reads otherwise, since the tick was not ticked.
  const chosen = names.filter(isTicked)

  const dismiss = async (): Promise<void> => {
    if (isBusy || chosen.length === 0) return
    setBusy(true)
    const wanted = chosen
      .flatMap(({ findings }) => findings)
      .map((finding) => ({
        rule: finding.rule,
        key: finding.key,
        seen: hashOf(finding),
      }))
    const dismissed: FindingKey[] = []
    const why = new Set<string>()
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const outcome = await act('finding.dismissTogether', {
        story: story.id,
        findings: wanted.slice(at, at + AT_ONCE),
      })
      if (outcome.ok) dismissed.push(...outcome.value.dismissed)
      for (const { why: one } of outcome.ok ? outcome.value.refused : [{ why: outcome.message }])
        why.add(saidTo(person, one))
    }
    setBusy(false)
    close()
    const stayed = wanted.length - dismissed.length
    const text = [
      checksPanelText('nothingToCheck.done', { count: dismissed.length }),
      ...(stayed > 0 ? [checksPanelText('nothingToCheck.stayed', { count: stayed, why: [...why].join(' ') })] : []),
    ].join(' ')
    if (dismissed.length === 0) return notices.showAlert(text)
    newsroom.undoList.offer(text, async () =>
      check(await act('finding.undismiss', { story: story.id, findings: dismissed })),
    )
  }

  return (
    <Dialog
      title={checksPanelText(`nothingToCheck.title.${of}`)}
      description={checksPanelText('nothingToCheck.what')}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>{checksPanelText('findingItem.cancel')}</Button>
          <Button look="primary" aria-disabled={chosen.length === 0 || isBusy} onClick={() => void dismiss()}>
            {checksPanelText('nothingToCheck.mark', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {group && story.editor?.isEditable ? (
        <p className="no-check-tag">
          <Button
            onClick={() => {
              close()
              tagAll(group)
            }}
          >
            {checksPanelText(`bulk.tagAll.${of}`, { count: all.length })}
          </Button>
        </p>
      ) : null}
      <ul className="no-check-list" aria-label={checksPanelText(`findingKinds.${of}`)} onKeyDown={stepThroughBoxes}>
        {names.map((one, index) => (
          <li key={one.name}>
            <label>
              <input
                type="checkbox"
                autoFocus={index === 0}
                checked={isTicked(one)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(ticked)
                  for (const hash of one.findings.map(hashOf))
                    if (checked) next.add(hash)
                    else next.delete(hash)
                  setTicked(next)
                }}
              />
              <span className="no-check-name serif" dir="auto">
                {one.name}
              </span>
              <span className="no-check-place">{placeOf(one.findings, story.copy)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** One entry for each name, in the order of the text. */
function distinct(findings: readonly Finding[], copy: Copy): readonly DistinctName[] {
  const byName = new Map<string, { name: string; findings: Finding[] }>()
  for (const finding of findings) {
    const name = wordsAt(finding, copy).trim()
    const known = byName.get(canonical(name))
    if (known) known.findings.push(finding)
    else byName.set(canonical(name), { name, findings: [finding] })
  }
  return [...byName.values()]
}

function placeOf([first, ...others]: readonly Finding[], copy: Copy): string {
  const place = first?.where.kind === 'text' ? describePlace({ ranges: [first.where] }, copy) : ''
  return others.length === 0 ? place : checksPanelText('nothingToCheck.places', { place, count: others.length + 1 })
}

/** Arrow keys walk the boxes. */
function stepThroughBoxes(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const here = boxes.findIndex((box) => box === document.activeElement)
  const next = boxes[here + (event.key === 'ArrowDown' ? 1 : -1)]
  if (here < 0 || !next) return
  event.preventDefault()
  next.focus()
}
