/** Words that are looked for: common, rare and in no story, in English and in Korean. */
export const WORDS = [
  'harbour',
  'tariff',
  'spokeswoman',
  'percent',
  'vligudibra',
  'kibacele',
  'councillor',
  '관세',
  '정상회담',
  '노조는',
]
