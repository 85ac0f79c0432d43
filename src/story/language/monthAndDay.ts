/** A date as it is printed in a dateline: "Oct. 30", "30 October", "30. Oktober", "10월 30일", "2026-10-30". */
export function monthAndDay(printed: string): { readonly month: number; readonly day: number } | undefined {
  const text = printed.normalize('NFKC')
  const numbers =
    /(?<!\d)\d{4}-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text) ?? /(?<!\d)(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/u.exec(text)
  if (numbers) return dateOf(Number(numbers[1]), Number(numbers[2]))
  const american = /(\p{L}{3,10})\.?\s+(\d{1,2})(?!\d)/u.exec(text)
  const month = american && monthOf(american[1] ?? '')
  if (month) return dateOf(month, Number(american[2]))
  const european = /(?<!\d)(\d{1,2})\.?\s+(\p{L}{3,10})/u.exec(text)
  return european ? dateOf(monthOf(european[2] ?? '') ?? 0, Number(european[1])) : undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const GERMAN: Readonly<Record<string, number>> = { mär: 3, mai: 5, okt: 10, dez: 12 }

/** The number of a month by the first three letters of its name, in English or German. */
export function monthOf(name: string): number | undefined {
  const start = name.toLowerCase().slice(0, 3)
  const index = MONTHS.indexOf(start)
  return index < 0 ? GERMAN[start] : index + 1
}

const dateOf = (month: number, day: number): { readonly month: number; readonly day: number } | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : undefined
