import type { Action } from '../../state/action'

/** A kept file as a transcript; nothing if it is not one. */
export const readKeptTranscript: Action<'transcript.read'> = async (room, _by, { sha256, name = '' }) => {
  const transcript = await room.transcripts.read(sha256, name)
  return transcript ? { transcript } : {}
}
