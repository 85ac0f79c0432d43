/** A credit without the brackets that it is printed in after the words of a cutline. */
export const creditFrom = (printed: string, cutline: string): string => {
  const credit = printed.trim()
  return cutline.trim() === '' ? credit : (/^\((.*)\)$/s.exec(credit)?.[1] ?? credit)
}
