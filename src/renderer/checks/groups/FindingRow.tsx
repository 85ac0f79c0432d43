import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { memo, useEffect, useId, useRef } from 'react'
import { clearSpeaker } from '../../../checks/quote/speaker/clearSpeaker'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Finding } from '../../../story/assessment/finding'
import type { Copy } from '../../../story/copy/copy'
import { describePlace } from '../../../story/copy/describePlace'
import { listWords } from '../../../story/text/words/listWords'
import { TYPE_WORDS } from '../../../story/ledger/facts/fact'
import type { FindingKind } from '../../../review/findingKinds'
import { useShowPlace } from '../../state/hooks/useShowPlace'
import { focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { FindingActs } from '../acts/FindingActs'
import { wordsAt } from './issueList'

interface FindingRowProps {
  readonly finding: Finding
  readonly kind: FindingKind
  readonly story: string
  readonly copy: Copy
  /** Of the facts of this list: the one that the finding is about. */
  readonly fact: Assessment | undefined
  readonly isSelected: boolean
  readonly place: { readonly index: number; readonly of: number }
  /** `reveal`: its words come into sight. */
  readonly onSelect: (index: number, reveal: boolean) => void
}

/** Kinds whose heading says all that there is to say: the row shows the words. */
const IN_WORDS: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'quotes',
  'figures',
  'superlatives',
  'toCheck',
  'names',
  'dates',
  'places',
  'languages',
])
const LONGEST = 160

/** One finding of a group: its words or what it says, and its place. The selected one has its acts. */
export const FindingRow = memo(function FindingRow({
  finding,
  kind,
  story,
  copy,
  fact,
  isSelected,
  place,
  onSelect,
}: FindingRowProps) {
  const show = useShowPlace()
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => focusPlace(PLACES.findings)(item.current), [])
  const words = fact && kind === 'toCheck' ? fact.text : wordsAt(finding, copy)
  const inWords = IN_WORDS.has(kind) && words.trim() !== ''
  const text = inWords ? words : finding.message
  const { where } = finding
  const line = [
    where.kind === 'text' ? describePlace({ ranges: [where] }, copy) : '',
    kind === 'quotes' && where.kind === 'text' ? clearSpeaker(copy, where) : '',
    fact ? TYPE_WORDS[fact.tag.type].toLowerCase() : '',
  ].filter((part) => part !== '')
  const isInCopy = where.kind === 'text' || where.kind === 'fact'
  return (
    <li
      ref={item}
      className="finding issue"
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-selected={isSelected}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
    >
      <button
        type="button"
        id={id}
        className="issue-open"
        aria-current={isSelected ? 'true' : undefined}
        onFocus={({ currentTarget, relatedTarget }) => {
          // The keyboard selects a row by walking to it; the pointer by a click.
          if (!isSelected && relatedTarget !== null && currentTarget.matches(':focus-visible'))
            onSelect(place.index, true)
        }}
        onClick={({ detail }) => {
          // A click shows the words and leaves the keyboard here. Enter goes to them.
          const isPointer = detail > 0 && isInCopy
          onSelect(place.index, isPointer)
          if (!isPointer) show(where)
        }}
      >
        <span className={inWords ? 'issue-words serif' : 'issue-words'} dir="auto">
          {text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}
        </span>{' '}
        {line.length > 0 ? <span className="issue-line">{line.join(' · ')}</span> : null}
      </button>
      {inWords && finding.saidBy ? (
        <p className="issue-said">{checksPanelText('findingRow.saidBy', { by: listWords(finding.saidBy) })}</p>
      ) : null}
      {isSelected ? (
        <div className="issue-acts">
          <FindingActs finding={finding} story={story} item={item} describedBy={id} />
        </div>
      ) : null}
    </li>
  )
})
