/** Which files of a source may be the recording and the transcript of one interview, judged by their names. */

/** What a file is to its companion. */
export type CompanionPart = 'transcript' | 'recording'

export interface NamedFile {
  /** SHA-256. */
  readonly file: string
  readonly fileName: string
}

/** Files to look at, in this order. */
export interface CompanionFiles<File> {
  /** They are called as the shown file is. The first that is of the wanted kind belongs to it. */
  readonly alike: readonly File[]
  /** They have other names. One belongs to the shown file only if no second one is of the wanted kind. */
  readonly others: readonly File[]
  /** Other transcripts. If one of them is a transcript with times, none of `others` belongs to the shown file. */
  readonly rivals: readonly File[]
}

/** Files that are looked at. */
const MOST = 4
const NAMES = {
  transcript: /\.(?:srt|vtt|txt|md|docx)$/iu,
  recording: /\.(?:mp3|m4a|wav|flac|ogg|oga|opus|aac|mp4|m4v|mov|webm|mkv)$/iu,
} as const

/** “Mon.MP3” and “mon.srt” are called alike. */
const stemOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.[^.]*$/u, '')

/**
 * The files that may be the `wanted` part beside the shown file. `files`: all files of the same source. Where two
 * recordings could have the same transcript, there is none: the words of another interview are never shown.
 */
export function companionFiles<File extends NamedFile>(
  wanted: CompanionPart,
  shown: NamedFile,
  files: readonly File[],
): CompanionFiles<File> {
  const [recordings = [], transcripts = []] = (['recording', 'transcript'] as const).map((part) =>
    files.filter(({ file, fileName }) => file !== shown.file && NAMES[part].test(fileName)),
  )
  const stem = stemOf(shown.fileName)
  const isAlike = ({ fileName }: NamedFile): boolean => stem !== '' && stemOf(fileName) === stem
  const candidates = wanted === 'recording' ? recordings : transcripts
  const rivals = wanted === 'recording' ? transcripts : []
  const allowed = wanted === 'recording' ? 1 : 0
  const others = candidates.filter((one) => !isAlike(one))
  const isCertain = recordings.length <= allowed && others.length <= MOST && rivals.length <= MOST
  return {
    alike: recordings.filter(isAlike).length <= allowed ? candidates.filter(isAlike).slice(0, MOST) : [],
    others: isCertain ? others : [],
    rivals: isCertain && others.length > 0 ? rivals : [],
  }
}
