package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** What the shrunk app tells Android, and with it the user, about itself. */
public final class ManifestTest {
  private static final Set<String> DOMAINS = Set.of("root", "file", "database", "sharedpref", "external",
      "device_root", "device_file", "device_database", "device_sharedpref");
  private static final List<String> COMPONENTS =
      List.of("activity", "activity-alias", "service", "receiver", "provider");

  private final Apk apk = Product.shrunk();

  @Test
  public void namesTheAppAndTheAndroidsItRunsOn() throws Exception {
    XmlElement manifest = apk.manifest();
    assertEquals("app.inkling", manifest.get("package"));
    XmlElement sdk = manifest.all("uses-sdk").get(0);
    assertEquals("26", sdk.get("minSdkVersion"));
    assertEquals("35", sdk.get("targetSdkVersion"));
  }

  @Test
  public void onlyTheTestedAppCanBeDebugged() throws Exception {
    assertEquals("", application(apk).get("debuggable"));
    assertEquals("true", application(Product.debuggable()).get("debuggable"));
  }

  @Test
  public void asksForNoWayToTheNetwork() throws Exception {
    for (Apk each : List.of(apk, Product.debuggable())) {
      List<String> permissions = each.manifest().all().filter(e -> e.name().startsWith("uses-permission"))
          .map(e -> e.get("name")).toList();
      assertFalse(permissions.toString(), permissions.contains("android.permission.INTERNET"));
    }
  }

  @Test
  public void mayUseTheGraphicsChipsLibrariesAndNeedsNone() throws Exception {
    for (Apk each : List.of(apk, Product.arm64(), Product.debuggable())) {
      List<XmlElement> libraries = each.manifest().all("uses-native-library");
      Set<String> names = new HashSet<>();
      for (XmlElement library : libraries) {
        assertEquals("false", library.get("required"));
        names.add(library.get("name"));
      }
      assertEquals(Set.of("libOpenCL.so", "libOpenCL-car.so", "libOpenCL-pixel.so"), names);
    }
  }

  @Test
  public void forbidsEveryBackup() throws Exception {
    assertEquals("false", application(apk).get("allowBackup"));
    assertTrue(application(apk).get("dataExtractionRules").startsWith("@"));
    assertTrue(application(apk).get("fullBackupContent").startsWith("@"));
  }

  @Test
  public void excludesEverythingFromCloudAndFromTransferToAnotherDevice() throws Exception {
    XmlElement rules = apk.xml("res/xml/data_extraction_rules.xml");
    assertExcludesEverything(rules.all("cloud-backup").get(0));
    assertExcludesEverything(rules.all("device-transfer").get(0));
    assertExcludesEverything(apk.xml("res/xml/backup_rules.xml"));
  }

  @Test
  public void opensNothingButTheLauncherAndTheKeyboardToOtherApps() throws Exception {
    for (XmlElement component : exported()) {
      if (component.get("name").startsWith("app.inkling.")) {
        assertTrue(component.get("name") + " is exported",
            isLauncher(component) || leadsToTheLauncher(component) || isForTheSystemAlone(component));
      } else {
        assertTrue(component.get("name") + " is exported without a permission of the system's",
            component.get("permission").startsWith("android.permission."));
      }
    }
  }

  /** Another name for what is open anyway: the gear in the phone's list of keyboards wants one. */
  private static boolean leadsToTheLauncher(XmlElement component) {
    return "app.inkling.MainActivity".equals(component.get("targetActivity"));
  }

  /** A keyboard is bound by the system, and by nobody else. */
  private static boolean isForTheSystemAlone(XmlElement component) {
    return "android.permission.BIND_INPUT_METHOD".equals(component.get("permission"));
  }

  @Test
  public void hasOneLauncher() throws Exception {
    assertEquals(1, exported().stream().filter(ManifestTest::isLauncher).count());
  }

  private List<XmlElement> exported() throws Exception {
    return apk.manifest().all()
        .filter(e -> COMPONENTS.contains(e.name()) && e.get("exported").equals("true")).toList();
  }

  private static XmlElement application(Apk apk) throws Exception {
    return apk.manifest().all("application").get(0);
  }

  private static boolean isLauncher(XmlElement component) {
    return component.all("category").stream()
        .anyMatch(c -> c.get("name").equals("android.intent.category.LAUNCHER"));
  }

  private static void assertExcludesEverything(XmlElement rules) {
    assertTrue("includes something", rules.all("include").isEmpty());
    Set<String> excluded = new HashSet<>();
    for (XmlElement exclude : rules.all("exclude")) {
      assertEquals(".", exclude.get("path"));
      excluded.add(exclude.get("domain"));
    }
    assertEquals(DOMAINS, excluded);
  }
}
