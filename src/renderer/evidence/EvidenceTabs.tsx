import { evidenceText } from '../../catalogue/window/evidence'
import { BookOpen, CircleX, FileText, MapPin, MessageSquareText } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './evidenceTabs.css'

export interface EvidenceTab {
  readonly id: string
  /** Name of the source. */
  readonly title: string
  readonly locator: string
  readonly kind: 'file' | 'words' | 'found' | 'contradicts' | 'reading'
}

const MARKS: Readonly<Record<EvidenceTab['kind'], ReactNode>> = {
  file: <FileText aria-hidden="true" />,
  words: <MessageSquareText aria-hidden="true" />,
  found: <MapPin aria-hidden="true" />,
  reading: <BookOpen aria-hidden="true" />,
  contradicts: <CircleX aria-hidden="true" />,
}

/** The pieces of evidence of a fact, each with its locator. Arrow keys go from one to the next. */
export function EvidenceTabs({
  tabs,
  selected,
  panel,
  onSelect,
}: {
  readonly tabs: readonly EvidenceTab[]
  readonly selected: string | undefined
  /** Id of the element that shows the selected one. */
  readonly panel: string
  readonly onSelect: (id: string) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' }),
    [selected],
  )
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === selected)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus()
  }
  return (
    <div ref={list} className="evidence-tabs" role="tablist" aria-label={evidenceText('evidenceTabs.name')}>
      {tabs.map(({ id, title, locator, kind }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panel}-${id}`}
          aria-selected={id === selected}
          aria-controls={panel}
          tabIndex={id === selected ? 0 : -1}
          data-kind={kind}
          className="evidence-tab"
          onClick={() => onSelect(id)}
          onKeyDown={move}
        >
          {MARKS[kind]}
          <bdi className="evidence-tab-title">{title}</bdi>
          <span className="evidence-tab-locator">{locator}</span>
          {kind === 'contradicts' ? (
            <span className="visually-hidden">{evidenceText('evidenceTabs.contradicts')}</span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
