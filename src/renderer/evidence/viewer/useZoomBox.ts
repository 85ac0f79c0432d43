import { useEffect, useEffectEvent, useState, type KeyboardEvent, type RefObject } from 'react'
import { usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { zoomStepFrom, zoomByWheel, type Zoom } from './zoom'

export interface ZoomBox {
  /** CSS pixels of what is shown; 0 until the box is measured. */
  readonly width: number
  /** 1 is its own size. */
  readonly scale: number
  readonly isFit: boolean
  readonly set: (zoom: Zoom) => void
  readonly step: (direction: 1 | -1) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** CSS pixels left and right of a page. */
const MARGIN = 26

/**
 * Zooms what lies in a box that scrolls: by its tools, by + - and 0, and by the wheel with Ctrl, around the pointer.
 * `own`: its own width in CSS pixels, 0 while unknown. `most`: the widest that “fit” makes it.
 */
export function useZoomBox(
  box: RefObject<HTMLElement | null>,
  of: 'pdf' | 'picture',
  own: number,
  most = Infinity,
): ZoomBox {
  const { panels } = useWindowServices()
  const zoom = usePanels(({ zoom }) => zoom[of])
  const room = useWidth(box)
  const fit = Math.max(Math.min(room - MARGIN, most), 0)
  const scale = own === 0 ? 1 : zoom === 'fit' ? fit / own : zoom
  const set = (next: Zoom): void => panels.store.setState(({ zoom }) => ({ zoom: { ...zoom, [of]: next } }))
  const step = (direction: 1 | -1): void => set(zoomStepFrom(scale, direction))

  const turn = useEffectEvent((event: WheelEvent): void => {
    const element = box.current
    if (!event.ctrlKey || !element || own === 0) return
    // Without this the whole window zooms.
    event.preventDefault()
    const next = zoomByWheel(scale, event.deltaY)
    const { left, top } = element.getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    const factor = next / scale
    const [across, down] = [(element.scrollLeft + x) * factor - x, (element.scrollTop + y) * factor - y]
    set(next)
    requestAnimationFrame(() => element.scrollTo(across, down))
  })
  useEffect(() => {
    const element = box.current
    const wheel = (event: WheelEvent): void => turn(event)
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [box])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    if (event.key === '+' || event.key === '=') step(1)
    else if (event.key === '-') step(-1)
    else if (event.key === '0') set('fit')
    else return
    event.preventDefault()
  }
  return { width: own === 0 ? fit : own * scale, scale, isFit: zoom === 'fit', set, step, onKeyDown }
}

/** The inner width of an element, in CSS pixels. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = element
    if (!current) return
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
