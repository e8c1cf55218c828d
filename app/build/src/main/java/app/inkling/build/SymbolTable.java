package app.inkling.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contents of an {@code R.txt}: one resource per line, as {@code int string app_name 0x7f0f0001} or
 * {@code int[] styleable PadView { 0x7f030001, 0x7f030002 }}.
 *
 * <p>The linked app's table has the final numbers. A library's own table only says which of them its R class
 * needs: its code was compiled against its own names, and must find exactly those.
 */
final class SymbolTable {
  private record Symbol(String javaType, String kind, String name, String value) {
    String key() {
      return kind + "/" + name;
    }
  }

  private final Map<String, Symbol> symbols = new LinkedHashMap<>();

  static SymbolTable read(Path file) throws IOException {
    SymbolTable table = new SymbolTable();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", 4);
      if (parts.length == 4) {
        Symbol symbol = new Symbol(parts[0], parts[1], parts[2], parts[3]);
        table.symbols.put(symbol.key(), symbol);
      } else if (!line.isBlank()) {
        throw new IOException(file + ": wanted \"type kind name value\", got: " + line);
      }
    }
    return table;
  }

  /**
   * The symbols named in {@code names} with this table's values. A name that this table lacks is left out:
   * old libraries list resources that newer versions of other libraries no longer have, and never touch them.
   */
  SymbolTable only(SymbolTable names) {
    SymbolTable table = new SymbolTable();
    for (String key : names.symbols.keySet()) {
      Symbol symbol = symbols.get(key);
      if (symbol != null) {
        table.symbols.put(key, symbol);
      }
    }
    return table;
  }

  /** The names of both tables; on the same key, {@code other} wins. */
  SymbolTable plus(SymbolTable other) {
    SymbolTable table = new SymbolTable();
    table.symbols.putAll(symbols);
    table.symbols.putAll(other.symbols);
    return table;
  }

  boolean isEmpty() {
    return symbols.isEmpty();
  }

  int size() {
    return symbols.size();
  }

  /**
   * The source of the class {@code R} in {@code packageName}: one nested class per kind, one constant per
   * resource.
   */
  String javaSource(String packageName) {
    Map<String, List<Symbol>> kinds = new TreeMap<>();
    symbols.values().forEach(s -> kinds.computeIfAbsent(s.kind(), k -> new ArrayList<>()).add(s));
    StringBuilder source = new StringBuilder("package " + packageName + ";\n\npublic final class R {\n");
    kinds.forEach((kind, members) -> {
      source.append("  public static final class ").append(kind).append(" {\n");
      for (Symbol s : members) {
        source.append("    public static final ").append(s.javaType()).append(' ')
            .append(s.name().replace('.', '_')).append(" = ").append(s.value()).append(";\n");
      }
      source.append("  }\n");
    });
    return source.append("}\n").toString();
  }
}
