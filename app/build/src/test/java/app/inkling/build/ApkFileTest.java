package app.inkling.build;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ApkFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void numbersDexFilesOnFromArchiveToArchive() throws IOException {
    Path first = Zips.write(path("a.zip"), "classes.dex", "1", "classes2.dex", "2");
    Path second = Zips.write(path("b.zip"), "classes.dex", "3");
    try (ApkFile apk = new ApkFile(path("out.apk"))) {
      apk.addDex(first);
      apk.addDex(second);
    }
    assertEquals(List.of("classes.dex", "classes2.dex", "classes3.dex"),
        List.copyOf(Zips.read(path("out.apk")).keySet()));
  }

  @Test
  public void bringsNativeLibrariesStoredForTheProcessorsAskedFor() throws IOException {
    Path archive = Zips.write(path("a.aar"), "jni/x86/liba.so", "x", "jni/x86_64/liba.so", "y");
    Aar aar = Aar.unpack(archive, path("aar"));
    try (ApkFile apk = new ApkFile(path("out.apk"))) {
      apk.addNativeLibraries(aar, "x86_64");
      apk.addNativeLibraries(aar, "armeabi-v7a");
    }
    try (ZipFile zip = new ZipFile(path("out.apk").toFile())) {
      assertEquals(1, zip.size());
      assertEquals(ZipEntry.STORED, zip.getEntry("lib/x86_64/liba.so").getMethod());
    }
  }

  @Test
  public void hasTheSameBytesForTheSameContents() throws IOException {
    for (String name : List.of("one.apk", "two.apk")) {
      try (ApkFile apk = new ApkFile(path(name))) {
        apk.add("a", new byte[100], false);
        apk.add("b", new byte[10], true);
      }
    }
    assertArrayEquals(Files.readAllBytes(path("one.apk")), Files.readAllBytes(path("two.apk")));
  }

  @Test
  public void refusesTwoFilesOfOneName() throws IOException {
    try (ApkFile apk = new ApkFile(path("out.apk"))) {
      apk.add("a", new byte[1], false);
      IOException refusal = assertThrows(IOException.class, () -> apk.add("a", new byte[2], false));
      assertTrue(refusal.getMessage(), refusal.getMessage().contains("two files want to be a"));
    }
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }
}
