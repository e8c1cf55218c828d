package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class SymbolTableTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void givesALibraryItsOwnNamesWithTheAppsNumbers() throws IOException {
    SymbolTable linked = table("int string hello 0x7f010000", "int string other 0x7f010001",
        "int[] styleable Pad { 0x7f020000, 0x7f020001 }", "int styleable Pad_width 0");
    SymbolTable library = table("int string hello 0x0", "int[] styleable Pad { 0x0, 0x0 }",
        "int styleable Pad_width 0", "int string gone 0x0");
    String source = linked.only(library).javaSource("some.widgets");
    assertEquals("""
        package some.widgets;

        public final class R {
          public static final class string {
            public static final int hello = 0x7f010000;
          }
          public static final class styleable {
            public static final int[] Pad = { 0x7f020000, 0x7f020001 };
            public static final int Pad_width = 0;
          }
        }
        """, source);
  }

  @Test
  public void writesDotsInStyleNamesAsUnderscores() throws IOException {
    String source = table("int style Theme.Inkling 0x7f030000").javaSource("a");
    assertTrue(source, source.contains("int Theme_Inkling = 0x7f030000;"));
  }

  @Test
  public void joinsTheTablesOfLibrariesThatShareAPackage() throws IOException {
    SymbolTable both = table("int id a 0x1").plus(table("int id b 0x2"));
    assertEquals(2, both.size());
    assertFalse(both.isEmpty());
  }

  @Test
  public void namesFileAndLineThatItCannotRead() throws IOException {
    IOException refusal = assertThrows(IOException.class, () -> table("int string"));
    assertTrue(refusal.getMessage(), refusal.getMessage().endsWith("got: int string"));
  }

  private SymbolTable table(String... lines) throws IOException {
    Path file = folder.newFile().toPath();
    return SymbolTable.read(Files.writeString(file, String.join("\n", lines) + "\n"));
  }
}
