import { evidenceText } from '../../../catalogue/window/evidence'
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useWindowServices } from '../../state/windowServices'
import { FileThere } from '../FileThere'
import { useZoomBox } from './useZoomBox'
import { ViewerTools, ZoomTools } from './ViewerTools'

export interface PictureViewProps {
  readonly address: string
  readonly sha256: string
  readonly name: string
  /** Pixels; undefined if the file does not say. */
  readonly width: number | undefined
  readonly about: string
  readonly strip?: ReactNode
}

/**
 * Shows a picture, which can be zoomed, and moved by dragging it. Shows its camera data, which no export carries.
 */
export function PictureView({ address, sha256, name, width = 0, about, strip }: PictureViewProps) {
  const [broken, setBroken] = useState(false)
  const [loaded, setLoaded] = useState<string>()
  const [own, setOwn] = useState(width)
  const box = useRef<HTMLDivElement>(null)
  const zoom = useZoomBox(box, 'picture', own, own === 0 ? undefined : own)
  const drag = useDrag()
  return (
    <>
      <ViewerTools about={about}>{broken ? null : <ZoomTools zoom={zoom} />}</ViewerTools>
      {strip}
      {broken || loaded === address ? <FileThere /> : null}
      {broken ? (
        <p className="viewer-note viewer-problem">{evidenceText('pictureView.pictureDamagedCannotShown')}</p>
      ) : (
        <div
          ref={box}
          className="viewer-body viewer-photo"
          tabIndex={0}
          role="group"
          aria-label={evidenceText('pictureView.box')}
          onKeyDown={zoom.onKeyDown}
          {...drag}
        >
          <img
            className="viewer-picture"
            src={address}
            alt={name || evidenceText('pictureView.evidencePicture')}
            style={{ inlineSize: `${zoom.width}px` }}
            draggable={false}
            onLoad={(event) => {
              setOwn(event.currentTarget.naturalWidth)
              setLoaded(address)
            }}
            onError={() => setBroken(true)}
          />
        </div>
      )}
      {broken ? null : <CameraData key={sha256} sha256={sha256} />}
    </>
  )
}

/** Moves what lies in a box by dragging. */
function useDrag(): {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: () => void
} {
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined)
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event) => {
      if (!from.current) return
      event.currentTarget.scrollBy(from.current.x - event.clientX, from.current.y - event.clientY)
      from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: () => {
      from.current = undefined
    },
  }
}

function CameraData({ sha256 }: { readonly sha256: string }) {
  const { act } = useWindowServices().newsroom
  const [open, setOpen] = useState(false)
  const [data, setData] = useState<readonly (readonly [string, string])[]>()
  useEffect(() => {
    if (!open || data) return
    let gone = false
    void act('file.cameraData', { sha256 }).then((outcome) => {
      if (!gone) setData(outcome.ok ? outcome.value.entries : [])
    })
    return () => {
      gone = true
    }
  }, [act, open, data, sha256])
  return (
    <details className="viewer-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{evidenceText('pictureView.cameraDataNeverLeaves')}</summary>
      {data?.length === 0 ? <p className="soft">{evidenceText('pictureView.thereNoneFile')}</p> : null}
      <dl className="camera-data">
        {data?.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
