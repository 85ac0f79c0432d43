/** Starts of an ed note in wire text, which has no field for it, in the languages of exports. */
export const ED_NOTE_LABELS = ['Eds:', '편집자 메모:'] as const

const FOR_EDITORS =
  /^(?:eds|editor['’]s note|editors['’] note|ed\.? note|note to editors|편집자 ?메모|편집자 ?주|데스크 ?메모)\s*[:—–]/i
/** In small letters it may be a speaker: "Editor: Why did you leave?" */
const EDITORS = /^EDITORS?\s*[:—–]/
/** Without a period at its end, it may be a headline: "UPDATE: Storm hits coast". */
const OF_A_VERSION =
  /^(?:update|writethru|correction|clarification|업데이트|대체 ?기사|정정|보충 ?설명)\s*[:—–].*[.!?…。！？]["'”’»」』)\]]*$/i

/** Whether a line of an ed note says for whom or what it is, so that wire text needs no label before it. */
export const saysForWhom = (line: string): boolean =>
  FOR_EDITORS.test(line) || EDITORS.test(line) || OF_A_VERSION.test(line)
