import { Copy, TextSelect } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import { useKeys } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { Button } from '../../ui'
import { selectedPassage, type TakenPassage, type TextInView } from './passage'
import './selectionBar.css'

interface Selected {
  readonly passage: TakenPassage
  /** CSS pixels from the left and the top of the box. */
  readonly left: number
  readonly top: number
}

/** What can be done with words that are selected in a captured file. Floats under them. */
export function SelectionBar({
  box,
  shown,
  onTake,
}: {
  readonly box: RefObject<HTMLElement | null>
  readonly shown: RefObject<TextInView | null>
  /** Undefined: the story is read-only. */
  readonly onTake: ((passage: TakenPassage) => void) | undefined
}) {
  const selected = useSelected(box, shown)
  const keyOf = useKeys()
  const { clipboard } = useWindowServices().newsroom
  if (!selected) return null
  const { passage, left, top } = selected
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={evidenceText('selectionBar.name')}
      style={{ insetInlineStart: `${left}px`, insetBlockStart: `${top}px` }}
      // A press would end the selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      {onTake ? (
        <Button
          look="tinted"
          icon={<TextSelect aria-hidden="true" />}
          keys={keyOf('review.excerpt') || undefined}
          onClick={() => onTake(passage)}
        >
          {evidenceText('selectionBar.take')}
        </Button>
      ) : null}
      <Button look="plain" icon={<Copy aria-hidden="true" />} onClick={() => void clipboard.copyText(passage.excerpt)}>
        {evidenceText('selectionBar.copy')}
      </Button>
    </div>
  )
}

const HEIGHT = 40
const WIDTH = 300

/** Follows the selection while it is in the file. */
function useSelected(box: RefObject<HTMLElement | null>, shown: RefObject<TextInView | null>): Selected | undefined {
  const [selected, setSelected] = useState<Selected>()
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      const frameOf = box.current
      const body = frameOf?.querySelector('.viewer-body')
      const selection = document.getSelection()
      const passage = frameOf && body && shown.current ? selectedPassage(shown.current, body, selection) : undefined
      if (!passage || !frameOf || !body || !selection) return setSelected(undefined)
      const outer = frameOf.getBoundingClientRect()
      const last = [...selection.getRangeAt(0).getClientRects()].at(-1) ?? body.getBoundingClientRect()
      const room = outer.height - HEIGHT - 8
      const below = last.bottom - outer.top + 6
      setSelected({
        passage,
        left: Math.max(8, Math.min(last.left - outer.left, outer.width - WIDTH)),
        top: Math.max(8, below > room ? Math.min(last.top - outer.top - HEIGHT - 6, room) : below),
      })
    }
    const later = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    const frameOf = box.current
    document.addEventListener('selectionchange', later)
    frameOf?.addEventListener('scroll', later, true)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', later)
      frameOf?.removeEventListener('scroll', later, true)
    }
  }, [box, shown])
  return selected
}
