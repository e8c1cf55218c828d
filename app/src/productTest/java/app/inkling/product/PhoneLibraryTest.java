package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** The learning library as it reaches the phone. */
public final class PhoneLibraryTest {
  private static final String LIBRARY = "app/inkling/mllib/";
  private static final String KERNELS = LIBRARY + "kernel/";
  private static final long LARGEST_JAR_BYTES = 1_000_000;
  /** A method in R8's list of new names: lines of the result, the method, lines of the source, new name. */
  private static final Pattern METHOD =
      Pattern.compile(" +(\\d+:\\d+:)?\\S+ ([\\w.$]+)\\(\\S*\\)(:\\d+){0,2} -> (\\S+)");

  private final DexClasses whole;
  private final DexClasses shrunk;

  public PhoneLibraryTest() throws Exception {
    whole = Product.debuggable().classes();
    shrunk = Product.shrunk().classes();
  }

  @Test
  public void isASmallJarWithRulesForWhoeverShrinksIt() throws Exception {
    Path jar;
    try (var files = Files.list(Product.LIBRARY_JARS)) {
      jar = files.filter(file -> file.getFileName().toString().matches("mllib-[\\d.]+\\.jar")).findFirst()
          .orElseThrow();
    }
    assertTrue(Files.size(jar) + " bytes", Files.size(jar) < LARGEST_JAR_BYTES);
    List<String> entries = new Apk(jar).entries("");
    assertTrue(entries.contains("META-INF/proguard/mllib.pro"));
    assertFalse(entries.stream().anyMatch(name -> name.startsWith(LIBRARY + "cli/") || name.startsWith("models/")));
  }

  @Test
  public void leavesTheToolAndItsFasterKernelsAtHome() {
    for (DexClasses dex : List.of(whole, shrunk)) {
      assertFalse(dex.methods(LIBRARY).isEmpty());
      assertEquals(Set.of(), dex.methods(LIBRARY + "cli/"));
      for (String reference : dex.references("app/inkling/")) {
        assertFalse(reference, reference.matches("L(app/inkling/mllib/cli|jdk|picocli|org/bytedeco|sun)/.*"));
      }
    }
  }

  @Test
  public void needsNothingThatTheOldestAndroidLacks() throws Exception {
    OldestAndroid android = OldestAndroid.read();
    assertTrue(android.has("Ljava/lang/Math;->abs(F)F"));
    assertFalse(android.has("Ljava/lang/invoke/VarHandle;"));
    Set<String> missing = new TreeSet<>();
    Set<String> references = whole.references(LIBRARY);
    assertTrue(references.size() + " references", references.size() > 1000);
    for (String reference : references) {
      if (!whole.has(reference.replaceFirst(";->.*", ";")) && !android.has(reference)) {
        missing.add(reference);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  public void keepsEveryKernelAsAMethodUnderItsName() {
    Set<String> kernels = whole.methods(KERNELS);
    // What compilers add for lambdas and nested classes.
    kernels.removeIf(method -> method.matches(".*\\$(\\d|\\$).*"));
    assertTrue(kernels.toString(), kernels.size() > 50);
    kernels.removeAll(shrunk.methods(KERNELS));
    assertEquals(Set.of(), kernels);
  }

  /** Names of kernels stay, so that one under another name has become a part of that method. */
  @Test
  public void runsNoKernelInsideAnotherMethod() throws Exception {
    List<String> inlined = new ArrayList<>();
    boolean anyInlined = false;
    String owner = "";
    for (String line : Files.readAllLines(Product.DIRECTORY.resolve("apk/mapping.txt"))) {
      if (!line.startsWith(" ") && line.endsWith(":")) {
        owner = line.substring(0, line.indexOf(" -> "));
      }
      Matcher method = METHOD.matcher(line);
      if (method.matches()) {
        String name = method.group(2);
        boolean fromElsewhere = name.contains(".");
        anyInlined |= fromElsewhere;
        String origin = fromElsewhere ? name : owner + "." + name;
        boolean kernel = origin.startsWith(KERNELS.replace('/', '.'));
        if (kernel && (fromElsewhere || !name.equals(method.group(4)))) {
          inlined.add(origin + " in " + owner);
        }
      }
    }
    assertTrue("R8 inlines nothing at all: is the list read rightly?", anyInlined);
    assertEquals(List.of(), inlined);
  }
}
