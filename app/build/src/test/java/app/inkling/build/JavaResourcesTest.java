package app.inkling.build;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class JavaResourcesTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void takesWhatCodeMayAskForAndLeavesTheRest() throws IOException {
    Path jar = Zips.write(path("a.jar"), "a/A.class", "", "a/table.bin", "t", "META-INF/MANIFEST.MF", "",
        "META-INF/a_a.version", "1", "META-INF/LICENSE.txt", "", "META-INF/proguard/a.pro", "",
        "META-INF/a.kotlin_module", "", "assets/words", "", "META-INF/versions/9/module-info.class", "");
    assertEquals(Set.of("a/table.bin", "META-INF/a_a.version"), JavaResources.of(List.of(jar)).keySet());
  }

  @Test
  public void joinsServiceFilesOfOneName() throws IOException {
    Path first = Zips.write(path("a.jar"), "META-INF/services/s.S", "a.A");
    Path second = Zips.write(path("b.jar"), "META-INF/services/s.S", "b.B");
    Map<String, byte[]> resources = JavaResources.of(List.of(first, second));
    assertEquals("a.A\nb.B", new String(resources.get("META-INF/services/s.S"), StandardCharsets.UTF_8));
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }
}
