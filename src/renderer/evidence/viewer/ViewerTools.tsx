import { ArrowLeft, ArrowRight, ChevronDown, ChevronUp, MoveHorizontal, Search, ZoomIn, ZoomOut } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import { IconButton } from '../../ui'
import type { ZoomBox } from './useZoomBox'

/** The row of tools over a captured file: its pages, its size, what it is, and the find field. */
export function ViewerTools({
  children,
  about,
  find,
}: {
  readonly children?: ReactNode
  /** File, kind of source and ground rules. */
  readonly about: string
  readonly find?: ReactNode
}) {
  return (
    <div className="viewer-tools" role="toolbar" aria-label={evidenceText('viewerTools.name')}>
      {children}
      <bdi className="viewer-about soft" title={about}>
        {about}
      </bdi>
      {find}
    </div>
  )
}

export function PageTools({
  page,
  last,
  onPage,
}: {
  readonly page: number
  readonly last: number
  readonly onPage: (page: number) => void
}) {
  const id = useId()
  return (
    <span className="viewer-pages">
      <IconButton
        label={evidenceText('pdfView.previous')}
        icon={<ArrowLeft aria-hidden="true" />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <label htmlFor={id}>{evidenceText('pdfView.page')}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        className="control page-number"
        value={String(page)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const number = Number(event.target.value.replace(/\D/gu, ''))
          if (number > 0) onPage(Math.min(number, last))
        }}
      />
      <span>{evidenceText('pdfView.of', { last })}</span>
      <IconButton
        label={evidenceText('pdfView.next')}
        icon={<ArrowRight aria-hidden="true" />}
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      />
    </span>
  )
}

export const ZoomTools = ({ zoom: { scale, isFit, set, step } }: { readonly zoom: ZoomBox }) => (
  <span className="viewer-zoom">
    <IconButton
      label={evidenceText('zoom.out')}
      keys="-"
      icon={<ZoomOut aria-hidden="true" />}
      onClick={() => step(-1)}
    />
    <output aria-label={evidenceText('zoom.now')}>
      {evidenceText('zoom.percent', { n: Math.round(scale * 100) })}
    </output>
    <IconButton label={evidenceText('zoom.in')} keys="+" icon={<ZoomIn aria-hidden="true" />} onClick={() => step(1)} />
    <IconButton
      label={evidenceText('zoom.fit')}
      keys="0"
      icon={<MoveHorizontal aria-hidden="true" />}
      aria-pressed={isFit}
      onClick={() => set('fit')}
    />
  </span>
)

export interface FindProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** “1 of 3”. */
  readonly status: string
  /** Undefined: there is nothing to step to. */
  readonly onStep: ((direction: 1 | -1) => void) | undefined
}

/** Looks through the file. Enter goes to the next place, Shift+Enter to the one before. */
export const FindField = ({ text, onText, status, onStep }: FindProps) => (
  <span className="viewer-find" role="search">
    <Search aria-hidden="true" />
    <input
      type="search"
      aria-label={evidenceText('pdfView.findFile')}
      placeholder={evidenceText('pdfView.findFile')}
      spellCheck={false}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onStep?.(event.shiftKey ? -1 : 1)
      }}
    />
    <span className="viewer-count" role="status">
      {status}
    </span>
    <IconButton
      label={evidenceText('find.previous')}
      icon={<ChevronUp aria-hidden="true" />}
      disabled={!onStep}
      onClick={() => onStep?.(-1)}
    />
    <IconButton
      label={evidenceText('find.next')}
      icon={<ChevronDown aria-hidden="true" />}
      disabled={!onStep}
      onClick={() => onStep?.(1)}
    />
  </span>
)

/** “1 of 3”; while the search runs the count may still grow. */
export function findStatus(at: number, count: number, isOver: boolean): string {
  if (count === 0) return isOver ? evidenceText('find.none') : evidenceText('find.searching')
  return evidenceText(isOver ? 'find.at' : 'find.atSoFar', { at: at + 1, count })
}
