package app.inkling.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Writes the R classes of an app and of the libraries in it. */
final class RClasses {
  private final SymbolTable linked;
  private final Map<String, SymbolTable> tables = new TreeMap<>();

  /** @param linked all resources of the linked app, with their final numbers */
  RClasses(SymbolTable linked) {
    this.linked = linked;
  }

  /** The app's own R class names every resource, those of the libraries as well. */
  void addApp(String packageName) {
    tables.put(packageName, linked);
  }

  /** The R class of {@code library} names what its own table names. Libraries may share a package. */
  void addLibrary(Aar library) throws IOException {
    if (!Files.exists(library.symbols()) || Files.size(library.symbols()) == 0) {
      return;
    }
    SymbolTable table = linked.only(SymbolTable.read(library.symbols()));
    if (!table.isEmpty()) {
      tables.merge(packageName(library.manifest()), table, SymbolTable::plus);
    }
  }

  /**
   * Writes the sources below {@code root}; a file whose text stays the same is not touched, so javac can
   * rest.
   */
  void write(Path root) throws IOException {
    for (Map.Entry<String, SymbolTable> table : tables.entrySet()) {
      Path file = root.resolve(table.getKey().replace('.', '/')).resolve("R.java");
      String source = table.getValue().javaSource(table.getKey());
      if (!Files.exists(file) || !Files.readString(file).equals(source)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
      }
    }
  }

  static String packageName(Path manifest) throws IOException {
    try (InputStream in = Files.newInputStream(manifest)) {
      String name = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
          .getDocumentElement().getAttribute("package");
      if (name.isEmpty()) {
        throw new IOException(manifest + ": the manifest names no package");
      }
      return name;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(manifest + " is no readable XML: " + e.getMessage(), e);
    }
  }
}
