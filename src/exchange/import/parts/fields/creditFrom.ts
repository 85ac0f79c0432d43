/** Returns a credit without the brackets in which it is printed after the text of a cutline. */
export const creditFrom = (printed: string, cutline: string): string => {
  const credit = printed.trim()
  return cutline.trim() === '' ? credit : (/^\((.*)\)$/s.exec(credit)?.[1] ?? credit)
}
