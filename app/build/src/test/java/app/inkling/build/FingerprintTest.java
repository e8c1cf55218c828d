package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class FingerprintTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void seesContentsAndNamesButNoDates() throws IOException {
    Path tree = folder.newFolder("tree").toPath();
    Path file = Files.writeString(tree.resolve("a"), "one");
    String before = new Fingerprint().add(tree).value();
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertEquals(before, new Fingerprint().add(tree).value());
    Files.writeString(file, "two");
    assertNotEquals(before, new Fingerprint().add(tree).value());
    Files.delete(file);
    Files.writeString(tree.resolve("b"), "one");
    assertNotEquals(before, new Fingerprint().add(tree).value());
  }

  @Test
  public void tellsApartWhereOneValueEndsAndTheNextBegins() {
    assertNotEquals(new Fingerprint().add("a", "bc").value(), new Fingerprint().add("ab", "c").value());
  }

  @Test
  public void isUpToDateOnlyWithTheSameInputsAndAllOutputs() throws IOException {
    Path mark = folder.getRoot().toPath().resolve("marks/step");
    Path output = folder.newFile("output").toPath();
    Fingerprint inputs = new Fingerprint().add("minSdk", 26);
    assertFalse(inputs.matches(mark, output));
    inputs.store(mark);
    assertTrue(inputs.matches(mark, output));
    assertFalse(new Fingerprint().add("minSdk", 27).matches(mark, output));
    Files.delete(output);
    assertFalse(inputs.matches(mark, output));
  }
}
