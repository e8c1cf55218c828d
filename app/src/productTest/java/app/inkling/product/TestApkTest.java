package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.Test;

/** The instrumented tests can't run here; that they would find all that they refer to can be seen here. */
public final class TestApkTest {
  /**
   * What is asked for and not had on purpose. The runner tries JUnit 3's Android classes (in a library of the
   * phone's) and hidden methods of older Androids, and goes without; the others are annotations that nothing
   * reads.
   */
  private static final Pattern OPTIONAL = Pattern.compile("Landroid/test/.*"
      + "|Landroidx/test/internal/runner/hidden/ExposedInstrumentationApi;->execStartActivity.*"
      + "|Ldalvik/annotation/SourceDebugExtension;|Lorg/checkerframework/.*/qual/.*|Lorg/hamcrest/Factory;");

  private final Apk apk = Product.tests();

  @Test
  public void instrumentsOurApp() throws Exception {
    XmlElement instrumentation = apk.manifest().all("instrumentation").get(0);
    assertEquals("app.inkling.test", apk.manifest().get("package"));
    assertEquals("app.inkling", instrumentation.get("targetPackage"));
    assertEquals("androidx.test.runner.AndroidJUnitRunner", instrumentation.get("name"));
  }

  @Test
  public void bringsTheActivitiesThatTestsStartFrom() throws Exception {
    List<String> activities = apk.manifest().all("activity").stream().map(a -> a.get("name")).toList();
    for (String name : List.of("BootstrapActivity", "EmptyActivity", "EmptyFloatingActivity")) {
      String full = "androidx.test.core.app.InstrumentationActivityInvoker$" + name;
      assertFalse(activities.toString(), activities.stream().noneMatch(full::equals));
    }
  }

  @Test
  public void findsAllThatItRefersToInItselfInTheAppOrInAndroid() throws Exception {
    Set<String> missing = apk.classes().unresolved(Product.debuggable().classes(), new Platform());
    missing.removeIf(reference -> OPTIONAL.matcher(reference).matches());
    assertEquals(Set.of(), missing);
  }
}
