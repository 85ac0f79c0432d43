/** The size of a picture in pixels, from its first bytes; undefined when they do not hold it. */
export async function pictureSize(
  start: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height } = imageSize(start)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    // The header has no size. The caller reports it.
    return undefined
  }
}
