package app.inkling.build;

import java.io.File;
import java.util.List;

/**
 * A directory whose files become assets, as {@code <assetRoot>} in the POM. {@code targetPath} is the
 * directory in {@code assets/} (empty for its top), {@code excludes} lists file names to leave out.
 */
public final class AssetRoot {
  private File directory;
  private String targetPath = "";
  private List<String> excludes = List.of();

  /** For Maven, which sets the fields from the POM. */
  public AssetRoot() {}

  AssetRoot(File directory, String targetPath, List<String> excludes) {
    this.directory = directory;
    this.targetPath = targetPath;
    this.excludes = excludes;
  }

  File directory() {
    return directory;
  }

  String targetPath() {
    return targetPath;
  }

  boolean includes(String fileName) {
    return !excludes.contains(fileName);
  }
}
