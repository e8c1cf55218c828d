package app.inkling.build;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ManifestMergeTest {
  private static final String ROOT = "<manifest xmlns:android='http://schemas.android.com/apk/res/android'";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ManifestMerge merge = new ManifestMerge("app.some", 26, 35, 7, "1.2");

  @Test
  public void addsVersionsAndTheLibrariesComponents() throws IOException {
    Path app = manifest("<application/>", "app.some");
    String provider = "<provider android:name='a.P' android:authorities='${applicationId}.p'/>";
    Path library = manifest("<application>" + provider + "</application>", "a.widgets");
    Path merged = folder.getRoot().toPath().resolve("out/merged.xml");
    merge.merge(app, List.of(library), merged);
    String text = Files.readString(merged);
    for (String wanted : List.of("package=\"app.some\"", "minSdkVersion=\"26\"", "targetSdkVersion=\"35\"",
        "versionCode=\"7\"", "versionName=\"1.2\"", "authorities=\"app.some.p\"")) {
      assertTrue(wanted + " is not in " + text, text.contains(wanted));
    }
  }

  @Test
  public void tellsWhyManifestsContradictEachOther() throws IOException {
    Path app = manifest("<application android:allowBackup='false'/>", "app.some");
    Path library = manifest("<application android:allowBackup='true'/>", "a.widgets");
    Path merged = folder.getRoot().toPath().resolve("merged.xml");
    IOException failure = assertThrows(IOException.class, () -> merge.merge(app, List.of(library), merged));
    assertTrue(failure.getMessage(), failure.getMessage().contains("allowBackup"));
    assertTrue(failure.getMessage(), failure.getMessage().contains(app.toString()));
    assertTrue("wrote a manifest in spite of the conflict", Files.notExists(merged));
  }

  @Test
  public void refusesALibraryThatNeedsANewerAndroid() throws IOException {
    Path app = manifest("<application/>", "app.some");
    Path library = manifest("<uses-sdk android:minSdkVersion='30'/>", "a.widgets");
    Path merged = folder.getRoot().toPath().resolve("merged.xml");
    IOException failure = assertThrows(IOException.class, () -> merge.merge(app, List.of(library), merged));
    assertTrue(failure.getMessage(), failure.getMessage().contains("30"));
  }

  private Path manifest(String content, String packageName) throws IOException {
    Path file = folder.newFile().toPath();
    return Files.writeString(file, ROOT + " package='" + packageName + "'>" + content + "</manifest>");
  }
}
