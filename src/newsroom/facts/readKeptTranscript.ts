import type { Action } from '../state/action'

/** A kept file as a transcript, for windows; nothing when it is none. */
export const readKeptTranscript: Action<'transcript.read'> = async (room, _by, { sha256, name = '' }) => {
  const transcript = await room.transcripts.read(sha256, name)
  return transcript ? { transcript } : {}
}
