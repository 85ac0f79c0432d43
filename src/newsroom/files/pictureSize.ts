/** Pixels that a picture's header names, read from its first bytes; undefined when there are none to read. */
export async function pictureSize(
  start: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height } = imageSize(start)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch {
    // Not a header that says a size: whoever asks tells people.
    return undefined
  }
}
