/**
 * What one file may hold. Every limit is far above any honest file, and low enough that hostile text ends
 * in a diagnostic within a second and with little memory.
 */
export const LIMITS = {
  /** Bytes in UTF-8: the parser needs some 2 s and 200 MB for each further megabyte. */
  bytes: 256 * 1024,
  /** Lists and maps inside one another: the walks over a document are recursive. */
  depth: 64,
  /** Uses of an anchor: nine lines of nine aliases each already stand for 400 million values. */
  aliases: 100,
  /** Anchors and tags: each one in the wrong place costs the parser an error. */
  anchors: 100,
  tags: 100,
  /** Keys and values, aliases counted at what they stand for: 256 KiB cannot hold so many of any length. */
  nodes: 50_000,
} as const;

/** How many findings with one code are shown for one file. */
export const SHOWN_PER_CODE = 20;
