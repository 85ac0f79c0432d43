import { evidenceText } from '../../../catalogue/window/evidence'
import { Clock, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Button, IconButton } from '../../ui'
import { secondsOf, timecode } from '../../../checks/evidence/locatorPlace'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import type { Marks } from './marks'
import { FileThere } from '../FileThere'
import { TextView } from './TextView'
import { ViewerTools } from './ViewerTools'

/** A transcript that is shown under its recording. */
export interface TranscriptBeside {
  readonly sha256: string
  readonly name: string
  readonly wordsOnly: boolean
}

export interface MediaViewProps {
  readonly address: string
  readonly video: boolean
  /** What is shown: another fact or place goes back to its time. */
  readonly of: string
  /** Seconds. The place that the locator names. */
  readonly time: number | undefined
  readonly paragraph?: number | undefined
  readonly name: string
  readonly marks: Marks
  readonly about: string
  readonly strip?: ReactNode
  readonly transcript: TranscriptBeside | undefined
  /** Takes the time of the player as the place of the evidence. */
  readonly onTime: ((time: string) => void) | undefined
}

/** Plays sound and film, with the transcript under it: its times play, and the line that is heard is marked. */
export function MediaView({ of, time, paragraph, marks, about, strip, transcript, ...player }: MediaViewProps) {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [parts, setParts] = useState<readonly CapturedPart[]>([])
  const [playing, setPlaying] = useState<number>()
  const follow = (seconds: number): void => {
    const line = parts.findLast((part) => part.time !== undefined && (secondsOf(part.time) ?? Infinity) <= seconds)
    setPlaying(line?.graf)
  }
  const above = (
    <>
      {strip}
      <Player {...player} mediaRef={media} time={time} onNow={follow} />
      {transcript ? (
        <p className="viewer-note soft">
          {evidenceText('mediaView.files', {
            recording: player.name || evidenceText('evidenceViewer.withoutName'),
            transcript: transcript.name || evidenceText('evidenceViewer.withoutName'),
          })}
        </p>
      ) : null}
    </>
  )
  if (!transcript)
    return (
      <>
        <ViewerTools about={about} />
        <FileThere />
        {above}
      </>
    )
  return (
    <TextView
      {...transcript}
      of={of}
      place={{ ...(time === undefined ? {} : { time }), ...(paragraph === undefined ? {} : { paragraph }) }}
      marks={marks}
      about={about}
      strip={above}
      timed
      playing={playing}
      onParts={setParts}
      onTime={(seconds) => {
        if (!media.current) return
        media.current.currentTime = seconds
        void media.current.play().catch(() => undefined)
      }}
    />
  )
}

function Player({
  mediaRef,
  address,
  video,
  time,
  name,
  onNow,
  onTime,
}: Pick<MediaViewProps, 'address' | 'video' | 'time' | 'name' | 'onTime'> & {
  readonly mediaRef: RefObject<(HTMLVideoElement & HTMLAudioElement) | null>
  readonly onNow: (seconds: number) => void
}) {
  const [now, setNow] = useState(0)
  const [broken, setBroken] = useState(false)
  const Media = video ? 'video' : 'audio'
  const to = (seconds: number): void => {
    const element = mediaRef.current
    if (element) element.currentTime = Math.max(0, seconds)
  }
  // Another place in the same recording.
  useEffect(() => {
    const element = mediaRef.current
    if (element && time !== undefined && element.readyState > 0) element.currentTime = time
  }, [mediaRef, time])
  if (broken)
    return (
      <p className="viewer-note viewer-problem">
        {video ? evidenceText('mediaView.thisFilm') : evidenceText('mediaView.thisRecording')}{' '}
        {evidenceText('mediaView.damagedKindCannotPlayed')}
      </p>
    )
  return (
    <div className="viewer-media">
      <Media
        ref={mediaRef}
        controls
        preload="metadata"
        src={address}
        aria-label={name || (video ? evidenceText('mediaView.film') : evidenceText('mediaView.recording'))}
        onLoadedMetadata={() => (time === undefined ? undefined : to(time))}
        onTimeUpdate={(event) => {
          setNow(event.currentTarget.currentTime)
          onNow(event.currentTarget.currentTime)
        }}
        onError={() => setBroken(true)}
      />
      <div className="viewer-times">
        <output aria-label={evidenceText('mediaView.time')}>{timecode(now)}</output>
        <IconButton
          label={evidenceText('mediaView.back5S')}
          icon={<RotateCcw aria-hidden="true" />}
          onClick={() => to((mediaRef.current?.currentTime ?? 0) - 5)}
        />
        {time === undefined ? null : (
          <Button look="plain" onClick={() => to(time)}>
            {evidenceText('mediaView.jump', { time: timecode(time) })}
          </Button>
        )}
        {onTime ? (
          <Button look="plain" icon={<Clock aria-hidden="true" />} onClick={() => onTime(wholeTimecode(now))}>
            {evidenceText('mediaView.useTime')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** 754 → "00:12:34". */
function wholeTimecode(seconds: number): string {
  const whole = Math.floor(seconds)
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
