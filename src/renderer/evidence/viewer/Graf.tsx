import type { Ref } from 'react'
import { evidenceText } from '../../../catalogue/window/evidence'
import { secondsOf } from '../../../checks/evidence/locatorPlace'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import { localMinute } from '../../../story/text/format/localMinute'
import { MarkedText } from './MarkedText'
import { marksInText, type Marks, type Sought, type TextMark } from './marks'

/** What is marked in a graf. */
export interface GrafLook {
  readonly marks: Marks
  readonly sought: Sought
  /** The locator leads here. */
  readonly isNamed: boolean
  /** The number of the chosen hit in it. */
  readonly here: number | undefined
  /** Marks of what goes on in the next graf, or began in the one before. */
  readonly across: readonly TextMark[]
  readonly isPlaying: boolean
  readonly onTime: ((seconds: number) => void) | undefined
}

interface GrafProps extends GrafLook {
  readonly part: CapturedPart
  /** The graf drawn before it. */
  readonly before: CapturedPart | undefined
  /** Its place in a list of which only a part is drawn, and the room of what is not drawn, in CSS pixels. */
  readonly row?: {
    readonly index: number
    readonly of: number
    readonly measure: Ref<HTMLLIElement>
    readonly above: number
    readonly below: number
  }
}

/** 0 before the first. */
const numberOf = (part: CapturedPart | undefined): number => (part ? (part.graf ?? 1) : 0)

const NAMELESS: Marks = { words: '' }

export function Graf({ part, before, row, marks, sought, isNamed, here, across, isPlaying, onTime }: GrafProps) {
  const { text, time, speaker, moment } = part
  const number = numberOf(part)
  const follows = number === numberOf(before) + 1
  const seconds = time === undefined ? undefined : secondsOf(time)
  return (
    <li
      ref={row?.measure}
      data-index={row?.index}
      aria-posinset={row && row.index + 1}
      aria-setsize={row?.of}
      style={row && { marginBlockStart: row.above, marginBlockEnd: row.below }}
      // With a value in each item of a long list, Chromium takes seconds to lay it out.
      value={follows ? undefined : number}
      data-here={isNamed || undefined}
      data-graf={number}
      aria-current={isPlaying ? 'time' : undefined}
      dir="auto"
    >
      {time === undefined ? null : onTime && seconds !== undefined ? (
        <button
          type="button"
          className="viewer-time"
          aria-label={evidenceText('textView.playFrom', { time })}
          onClick={() => onTime(seconds)}
        >
          {time}
        </button>
      ) : (
        <span className="soft viewer-time">{time} </span>
      )}
      {speaker === undefined ? null : (
        <bdi className="soft viewer-speaker">{evidenceText('textView.speaker', { speaker })}</bdi>
      )}
      {moment === undefined ? null : (
        <span className="viewer-moment">
          {evidenceText('textView.moment', { here: localMinute(moment.at), written: moment.written })}
        </span>
      )}
      <span data-words className={moment === undefined ? undefined : 'soft'}>
        <MarkedText
          text={text}
          marks={[...marksInText(text, { marks: isNamed ? marks : NAMELESS, sought, isNamed, here }), ...across]}
          onFound={isNamed ? marks.onFound : undefined}
        />
      </span>
    </li>
  )
}
