import { useEffect, useRef, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { PaneWidths } from '../../ipc/contract'
import { windowText } from '../../catalogue/window/window'
import { useNewsroom } from '../state'
import { useWindowServices } from '../state/windowServices'

/** Milliseconds after the last change of a width. */
const REMEMBER_MS = 400

/**
 * CSS pixels, or per cent of the room. A pane keeps its width when the window changes; evidence keeps its share.
 * `start`: the width in a new window, and after a double click on the edge.
 */
const SIZES = {
  library: { start: 240, least: '200px', most: '420px', unit: 'px' },
  panel: { start: 320, least: '280px', most: '560px', unit: 'px' },
  evidence: { start: 50, least: '30%', most: '70%', unit: '%' },
} as const satisfies Readonly<Record<keyof PaneWidths, unknown>>
type PaneId = keyof PaneWidths
/** Per cent: evidence while the side panel is open. */
const BESIDE_PANEL = 38

export interface RoomsProps {
  /** The pane at the left and what it is. Undefined: folded, or a drawer. */
  readonly left: { readonly id: 'library' | 'evidence'; readonly content: ReactNode } | undefined
  readonly sheet: ReactNode
  readonly right: ReactNode
}

/**
 * Lays the panes beside each other. Their edges can be dragged, or moved with the arrow keys; a double click resets.
 */
export function Rooms({ left, sheet, right }: RoomsProps) {
  const widths = useNewsroom(({ widths }) => widths)
  const remember = useRemember()
  const pane = (id: PaneId, content: ReactNode): ReactNode => {
    const { least, most, unit } = SIZES[id]
    // Beside the list of facts half the room would leave the words too little.
    const start = id === 'evidence' && right ? BESIDE_PANEL : SIZES[id].start
    return (
      <Panel
        key={id}
        id={id}
        defaultSize={`${widths[id] ?? start}${unit}`}
        minSize={least}
        maxSize={most}
        groupResizeBehavior={unit === 'px' ? 'preserve-pixel-size' : 'preserve-relative-size'}
        onResize={({ asPercentage, inPixels }, _id, before) => {
          if (before) remember(id, Math.round(unit === 'px' ? inPixels : asPercentage))
        }}
      >
        {content}
      </Panel>
    )
  }
  return (
    <Group className="room-group" orientation="horizontal" disableCursor>
      {left === undefined ? null : pane(left.id, left.content)}
      {left === undefined ? null : <Edge id="edge-left" label={windowText(`edge.${left.id}`)} />}
      <Panel key="sheet" id="sheet" minSize="320px">
        {sheet}
      </Panel>
      {right ? <Edge id="edge-right" label={windowText('edge.panel')} /> : null}
      {right ? pane('panel', right) : null}
    </Group>
  )
}

/** Named by its title alone: as a label it would be content outside all landmarks. */
const Edge = ({ id, label }: { readonly id: string; readonly label: string }) => (
  <Separator key={id} id={id} className="room-edge" title={label} />
)

/** Remembers widths on this machine once they rest. */
function useRemember(): (pane: PaneId, width: number) => void {
  const { call } = useWindowServices().newsroom
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const changed = useRef<Partial<Record<PaneId, number>>>({})
  useEffect(() => () => clearTimeout(timer.current), [])
  return (pane, width) => {
    changed.current[pane] = width
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const widths = changed.current
      changed.current = {}
      void call('setWidths', { widths })
    }, REMEMBER_MS)
  }
}
