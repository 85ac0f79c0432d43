/**
 * Korean family names of one syllable: the common ones, and what each reader adds to them, because each weighs a wrong
 * guess in another way. Names of two syllables stand with their reader.
 */
const COMMON =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원현함변염여추석설마길연표명반왕'

/** For the type that a new tag gets (guessType.ts). A wrong one is changed by a key. */
export const SURNAMES_FOR_TYPES = `${COMMON}나천방공위금옥맹탁`
/** For what may be a person of the desk (mayBeName.ts). */
export const SURNAMES_AT_DESK = `${COMMON}나천소선옥`
/** For words that the spell-checker leaves alone (koreanNames.ts). A rare one is marked, as any unknown word. */
export const SURNAMES_IN_SPELLING = `${COMMON}방공도소선위`
/** For speakers of transcripts and attributions (koreanName.ts): nearly all, as they stand where a name must stand. */
export const SURNAMES_OF_SPEAKERS = `${COMMON}나천방공도소선위기금옥육인맹제모탁국은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당어`
/** For labels of the minutes of the assembly (koreanMinutes.ts). */
export const SURNAMES_IN_MINUTES = `${SURNAMES_OF_SPEAKERS}보`
/** The commonest ones as people write them in Latin letters (National Institute of Korean Language, 2011). */
export const SURNAMES_IN_LATIN =
  'kim lee yi rhee park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im ' +
  'han oh seo suh shin sin kwon gwon hwang ahn an song yoo yu ryu hong jeon ko koh go moon mun son ' +
  'sohn yang bae pae baek paik heo hur nam noh roh ha joo ju woo koo gu min jin na ra sung seong cha ' +
  'byun byeon'
