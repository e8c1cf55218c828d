package app.inkling.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gathers the assets of libraries and app in one directory, in the shape they have in the APK. */
final class Assets {
  private Assets() {}

  static void stage(List<Aar> libraries, List<AssetRoot> roots, Path staged) throws IOException {
    FileTrees.makeEmpty(staged);
    for (Aar library : libraries) {
      FileTrees.copy(library.assets(), staged);
    }
    for (AssetRoot root : roots) {
      Path directory = root.directory().toPath();
      for (Path file : FileTrees.files(directory)) {
        if (root.includes(file.getFileName().toString())) {
          Path target = staged.resolve(root.targetPath()).resolve(FileTrees.entryName(directory, file));
          Files.createDirectories(target.getParent());
          if (Files.exists(target)) {
            throw new IOException("Asset " + FileTrees.entryName(staged, target) + " comes from " + file
                + " and from another place; rename one of them");
          }
          Files.copy(file, target);
        }
      }
    }
  }
}
