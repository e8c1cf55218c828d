package app.inkling.mllib.data.archive;

/**
 * How much a reader unpacks before it takes an archive for an attack: a few kilobytes of a zip can claim any
 * size.
 *
 * @param parts most parts
 * @param partBytes largest part, unpacked
 * @param allBytes most bytes together, unpacked
 */
public record ArchiveLimits(int parts, long partBytes, long allBytes) {
  /** 20,000 parts of at most 64 MB, together at most 512 MB: far more than a phone's user makes in years. */
  public static final ArchiveLimits PHONE = new ArchiveLimits(20_000, 64L << 20, 512L << 20);
}
