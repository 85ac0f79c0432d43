import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui'
import { timecode } from '../../checks/evidence/locatorPlace'
import { ViewerTools } from './ViewerTools'

interface MediaViewProps {
  readonly address: string
  readonly video: boolean
  /** Seconds. The place that the locator names. */
  readonly time: number | undefined
  readonly name: string
  readonly about: string
  readonly strip?: ReactNode
}

/** Plays sound and film. Shows the time in words and a jump to the locator. */
export function MediaView({ address, video, time, name, about, strip }: MediaViewProps) {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [now, setNow] = useState(0)
  const [broken, setBroken] = useState(false)
  const Media = video ? 'video' : 'audio'
  const jump = (): void => {
    if (media.current && time !== undefined) media.current.currentTime = time
  }

  // Another place in the same recording.
  useEffect(() => {
    if (media.current && time !== undefined && media.current.readyState > 0) media.current.currentTime = time
  }, [time])

  return (
    <>
      <ViewerTools about={about}>
        {broken ? null : (
          <span className="viewer-times">
            <output aria-label={evidenceText('mediaView.time')}>{timecode(now)}</output>
            {time === undefined ? null : (
              <Button look="plain" onClick={jump}>
                {evidenceText('mediaView.jump', { time: timecode(time) })}
              </Button>
            )}
            <Button
              look="plain"
              onClick={() => {
                if (media.current) media.current.currentTime = Math.max(0, media.current.currentTime - 5)
              }}
            >
              {evidenceText('mediaView.back5S')}
            </Button>
          </span>
        )}
      </ViewerTools>
      {strip}
      {broken ? (
        <p className="viewer-note viewer-trouble">
          {video ? evidenceText('mediaView.thisFilm') : evidenceText('mediaView.thisRecording')}{' '}
          {evidenceText('mediaView.damagedKindCannotPlayed')}
        </p>
      ) : (
        <div className="viewer-media">
          <Media
            ref={media}
            controls
            preload="metadata"
            src={address}
            aria-label={name || (video ? evidenceText('mediaView.film') : evidenceText('mediaView.recording'))}
            onLoadedMetadata={jump}
            onTimeUpdate={(event) => setNow(event.currentTarget.currentTime)}
            onError={() => setBroken(true)}
          />
        </div>
      )}
    </>
  )
}
