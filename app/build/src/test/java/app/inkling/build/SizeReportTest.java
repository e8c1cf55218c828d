package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The report names what is large and adds up to the file. */
public final class SizeReportTest {
  @Rule
  public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void namesTheLargestPartsAndAddsUpToTheFile() throws IOException {
    Path apk = folder.getRoot().toPath().resolve("some.apk");
    try (ApkFile file = new ApkFile(apk)) {
      file.add("lib/x/large.so", noise(5000), true);
      for (int i = 0; i < 30; i++) {
        file.add("res/" + i + ".xml", noise(100), true);
      }
      for (int i = 0; i < 12; i++) {
        file.add("assets/" + i, noise(10 + i), true);
      }
    }
    SizeReport report = SizeReport.of(apk);
    assertEquals(new SizeReport.Part("lib/x/large.so", 5000), report.parts().get(0));
    assertTrue("small files of a kind are one part",
        report.parts().contains(new SizeReport.Part("res/", 3000)));
    assertEquals(Files.size(apk), report.parts().stream().mapToLong(SizeReport.Part::bytes).sum());
    List<String> lines = report.lines();
    assertEquals("the whole, ten parts, the rest", 12, lines.size());
    assertTrue(lines.get(0), lines.get(0).matches(" *" + Files.size(apk) + " 100\\.0 % some\\.apk"));
    long parts = lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.strip().split(" ")[0])).sum();
    assertEquals(Files.size(apk), parts);
    assertTrue(report.summary(), report.summary().startsWith("some.apk: " + Files.size(apk)
        + " bytes, of which lib/x/large.so 5000, "));
  }

  private static byte[] noise(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return content;
  }
}
