/** Start of an ed note in wire text, which has no field for it. */
export const ED_NOTE_LABEL = 'Eds:'

const FOR_EDITORS = /^(?:eds|editors?|editor['’]s note|editors['’] note|ed\.? note|note to editors)\s*[:—–]/i
/** Without a period at its end, it may be a headline: "UPDATE: Storm hits coast". */
const OF_A_VERSION = /^(?:update|writethru|correction|clarification)\s*[:—–].*[.!?…。！？]["'”’»」』)\]]*$/i

/** Whether a line of an ed note says for whom or what it is, so that wire text needs no label before it. */
export const saysForWhom = (line: string): boolean => FOR_EDITORS.test(line) || OF_A_VERSION.test(line)
