package app.inkling.build;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.mojo.animal_sniffer.SignatureBuilder;
import org.codehaus.mojo.animal_sniffer.logging.PrintWriterLogger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** With a platform that has next to nothing. */
public final class ApiCheckTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path signature;
  private Path jar;

  @Before
  public void makeAPlatform() throws IOException {
    signature = folder.getRoot().toPath().resolve("platform.signature");
    try (OutputStream out = Files.newOutputStream(signature)) {
      SignatureBuilder builder = new SignatureBuilder(out, new PrintWriterLogger(System.out));
      builder.process(jar("platform.jar", Object.class, String.class).toFile());
      builder.close();
    }
    jar = jar("own.jar", Dexer.class);
  }

  @Test
  public void refusesWhatThePlatformLacksAndSaysWhere() throws IOException {
    List<String> complaints = ApiCheck.complaints(signature, List.of(jar), List.of());
    assertTrue(complaints.toString(), mentions(complaints, "java.nio.file.Files"));
    assertTrue(complaints.get(0), complaints.get(0).contains("Dexer"));
  }

  @Test
  public void acceptsWhatThePlatformHas() throws IOException {
    assertFalse(mentions(ApiCheck.complaints(signature, List.of(jar), List.of()), "java.lang.String."));
  }

  @Test
  public void acceptsWhatOtherLibrariesBring() throws IOException {
    assertTrue(mentions(ApiCheck.complaints(signature, List.of(jar), List.of()), "build.Fingerprint"));
    Path library = jar("library.jar", Fingerprint.class);
    List<String> complaints = ApiCheck.complaints(signature, List.of(jar), List.of(library));
    assertFalse(mentions(complaints, "build.Fingerprint"));
  }

  @Test
  public void acceptsRecordsAndConcatenationWhichDexingRewrites() throws IOException {
    List<String> complaints = ApiCheck.complaints(signature, List.of(jar), List.of());
    assertFalse(mentions(complaints, "java.lang.Record") || mentions(complaints, "StringConcatFactory"));
  }

  private static boolean mentions(List<String> complaints, String name) {
    return complaints.stream().anyMatch(complaint -> complaint.contains(name));
  }

  private Path jar(String name, Class<?>... classes) throws IOException {
    Object[] entries = new Object[2 * classes.length];
    for (int i = 0; i < classes.length; i++) {
      String entry = classes[i].getName().replace('.', '/') + ".class";
      entries[2 * i] = entry;
      try (InputStream in = classes[i].getResourceAsStream("/" + entry)) {
        entries[2 * i + 1] = in.readAllBytes();
      }
    }
    return Zips.write(folder.getRoot().toPath().resolve(name), entries);
  }
}
