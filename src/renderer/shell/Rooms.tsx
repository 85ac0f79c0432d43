import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels'
import type { PaneWidths } from '../../ipc/windowChoices'
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
const PANES: readonly PaneId[] = ['library', 'panel', 'evidence']
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
  const sizes = useRef<Partial<Record<PaneId, number>>>({})
  const remember = useRemember(sizes)
  const before = useRef<Layout>({})
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
        onResize={({ asPercentage, inPixels }) => {
          sizes.current[id] = Math.round(unit === 'px' ? inPixels : asPercentage)
        }}
      >
        {content}
      </Panel>
    )
  }
  return (
    <Group
      className="room-group"
      orientation="horizontal"
      disableCursor
      onLayoutChanged={(layout, { isUserInteraction }) => {
        // A pane that comes or goes moves the edges too: only a width that a person chose is remembered.
        if (isUserInteraction)
          for (const id of PANES) if (layout[id] !== undefined && layout[id] !== before.current[id]) remember(id)
        before.current = layout
      }}
    >
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

/** Remembers the widths of changed panes on this machine once they rest. `sizes`: what they are by then. */
function useRemember(sizes: RefObject<Readonly<Partial<Record<PaneId, number>>>>): (pane: PaneId) => void {
  const { call } = useWindowServices().newsroom
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const changed = useRef(new Set<PaneId>())
  useEffect(() => () => clearTimeout(timer.current), [])
  return (pane) => {
    changed.current.add(pane)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const widths = Object.fromEntries([...changed.current].map((id) => [id, sizes.current[id]]))
      changed.current.clear()
      void call('setWidths', { widths })
    }, REMEMBER_MS)
  }
}
