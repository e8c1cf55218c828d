package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;

/** R8 removes what it thinks unused. Whatever is found by name only must have survived under that name. */
public final class ShrunkClassesTest {
  private static final String TENSORFLOW = "org/tensorflow/lite/";

  private final Apk apk = Product.shrunk();
  private final DexClasses all;
  private final DexClasses kept;

  public ShrunkClassesTest() throws Exception {
    all = Product.debuggable().classes();
    kept = apk.classes();
  }

  @Test
  public void keepsEveryClassNamedInTheManifest() throws Exception {
    Set<String> named = namedClasses("AndroidManifest.xml");
    assertTrue(named.toString(), named.size() >= 5);
    assertKept("AndroidManifest.xml", named);
  }

  @Test
  public void keepsEveryClassNamedInLayoutsAndOtherXml() throws Exception {
    for (String file : apk.entries("res/")) {
      if (file.matches("res/(layout|menu|navigation|xml|transition|anim|animator)[^/]*/.*\\.xml")) {
        assertKept(file, namedClasses(file));
      }
    }
  }

  @Test
  public void keepsEveryNativeMethodOfTensorFlowLite() {
    Set<String> wanted = all.nativeMethods(TENSORFLOW);
    assertFalse(wanted.isEmpty());
    assertEquals(wanted, kept.nativeMethods(TENSORFLOW));
  }

  @Test
  public void findsNativeCodeForEveryNativeMethodOnEveryProcessor() throws Exception {
    Map<String, String> codeOf = new TreeMap<>();
    for (String library : apk.entries("lib/").stream().filter(n -> n.contains("tensorflowlite")).toList()) {
      String code = new String(apk.read(library), StandardCharsets.ISO_8859_1);
      codeOf.merge(library.substring(0, library.lastIndexOf('/')), code, String::concat);
    }
    assertFalse(codeOf.isEmpty());
    for (Map.Entry<String, String> processor : codeOf.entrySet()) {
      for (String method : kept.nativeMethods(TENSORFLOW)) {
        String name = method.substring(1, method.indexOf('(')).replace(";->", "_").replace('/', '_');
        assertTrue(processor.getKey() + " has no " + name, processor.getValue().contains("Java_" + name + '\0'));
      }
    }
  }

  @Test
  public void keepsTheDatabasesThatRoomFindsByName() {
    for (String database : List.of("androidx/work/impl/WorkDatabase", "app/inkling/data/InklingDatabase")) {
      assertTrue(database, kept.hasConstructor("L" + database + "_Impl;", ""));
    }
  }

  @Test
  public void keepsTheFragmentsThatAndroidMakesAgainAfterProcessDeath() throws Exception {
    Set<String> fragments = all.concreteSubclasses("app/inkling/", "Landroidx/fragment/app/Fragment;");
    assertFalse(fragments.isEmpty());
    for (String fragment : fragments) {
      assertTrue(fragment, kept.hasConstructor(newName(fragment), ""));
    }
  }

  /** The name that R8 gave to {@code type}: enough for what the app stores and reads back by itself. */
  private static String newName(String type) throws Exception {
    String name = type.substring(1, type.length() - 1).replace('/', '.');
    String line = Files.readAllLines(Product.DIRECTORY.resolve("apk/mapping.txt")).stream()
        .filter(l -> l.startsWith(name + " -> ")).findFirst()
        .orElseThrow(() -> new AssertionError(name + " is gone"));
    return "L" + line.substring(line.indexOf("-> ") + 3, line.length() - 1).replace('.', '/') + ";";
  }

  private void assertKept(String where, Set<String> classes) {
    Set<String> missing = new TreeSet<>(classes);
    missing.removeAll(kept.names());
    assertEquals(where, Set.of(), missing);
  }

  /** Element names and attribute values that are classes before shrinking. */
  private Set<String> namedClasses(String file) throws Exception {
    Set<String> words = new TreeSet<>();
    apk.xml(file).all().forEach(element -> {
      words.add(element.name());
      words.addAll(element.attributes().values());
    });
    words.retainAll(all.names());
    return words;
  }
}
