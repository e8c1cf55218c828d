package app.inkling.mllib.data.archive;

import java.util.regex.Pattern;

/** What writer and reader agree on. */
final class ArchiveFormat {
  /** Raised when an older reader would misunderstand a newer file; an older file stays readable. */
  static final int VERSION = 1;
  /** The first entry: lines {@code name=value}. */
  static final String ABOUT = "inkling-archive.txt";
  /** The last entry: a line for each entry before it, as {@code sha256sum} writes them. */
  static final String CHECKSUMS = "checksums.txt";
  static final String FORMAT = "format";
  static final String FORMAT_NAME = "inkling-archive";
  static final String VERSION_NAME = "version";
  static final int LONGEST_NAME = 200;

  /**
   * Folders and a file in plain small letters: nothing that any file system could take for more than a name
   * below it.
   */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)*"
      + "(/[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)*)*");

  private ArchiveFormat() {}

  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }
}
