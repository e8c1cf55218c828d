package app.inkling.product;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;

/** What lies in the packages, and how. */
public final class ContentsTest {
  private static final int PAGE_BYTES = 16_384;
  private static final int WORD_BYTES = 4;

  private final List<Apk> universal = List.of(Product.shrunk(), Product.debuggable());
  private final List<Apk> apps = List.of(Product.shrunk(), Product.arm64(), Product.debuggable());

  @Test
  public void bringsNativeLibrariesForExactlyThreeProcessors() throws Exception {
    for (Apk apk : universal) {
      assertEquals(new TreeSet<>(Set.of("arm64-v8a", "armeabi-v7a", "x86_64")), abis(apk));
    }
  }

  @Test
  public void theSmallPackageBringsThemForOne() throws Exception {
    assertEquals(Set.of("arm64-v8a"), abis(Product.arm64()));
  }

  @Test
  public void bringsTensorFlowLiteForProcessorAndGraphicsChipForEachOfThem() throws Exception {
    for (Apk apk : apps) {
      List<String> libraries = apk.entries("lib/");
      for (String library : new String[] {"/libtensorflowlite_jni.so", "/libtensorflowlite_gpu_jni.so"}) {
        assertEquals(abis(apk).size(), libraries.stream().filter(n -> n.endsWith(library)).count());
      }
    }
  }

  @Test
  public void storesWhatAndroidMapsFromTheFileWhereItsPagesBegin() throws Exception {
    for (Apk apk : apps) {
      for (ZipDirectory.Entry entry : ZipDirectory.read(apk.file())) {
        if (entry.name().matches("lib/.*\\.so|.*\\.tflite|resources\\.arsc")) {
          assertTrue(entry + " is compressed", entry.stored());
          int unit = entry.name().endsWith(".so") ? PAGE_BYTES : WORD_BYTES;
          assertEquals(entry.toString(), 0, entry.offset() % unit);
        }
      }
    }
  }

  @Test
  public void bringsTheShippedModelsWithTheirChecksums() throws Exception {
    for (Apk apk : apps) {
      for (String model : shippedModels()) {
        byte[] content = apk.read("assets/models/" + model);
        assertArrayEquals(Files.readAllBytes(Product.SHIPPED_MODELS.resolve(model)), content);
      }
      List<String> checksums =
          apk.entries("assets/models/").stream().filter(name -> name.endsWith(".sha256")).toList();
      assertFalse("no model has a checksum", checksums.isEmpty());
      for (String checksum : checksums) {
        byte[] model = apk.read(checksum.substring(0, checksum.length() - ".sha256".length()));
        String wanted = new String(apk.read(checksum), StandardCharsets.UTF_8).strip().split("\\s")[0];
        assertEquals(checksum, wanted, sha256(model));
      }
    }
  }

  @Test
  public void bringsTheServiceFilesOfLibrariesWithClassesThatAreThere() throws Exception {
    for (Apk apk : apps) {
      Set<String> classes = apk.classes().names();
      List<String> services = apk.entries("META-INF/services/");
      assertFalse("no service files", services.isEmpty());
      for (String service : services) {
        assertTrue(service, classes.contains(service.substring("META-INF/services/".length())));
        for (String provider : new String(apk.read(service), StandardCharsets.UTF_8).split("\n")) {
          String name = provider.replaceFirst("#.*", "").strip();
          assertTrue(service + " names " + name, name.isEmpty() || classes.contains(name));
        }
      }
    }
  }

  @Test
  public void bringsTheResourcesThatKotlinReads() throws Exception {
    for (Apk apk : apps) {
      assertTrue(apk.entries("kotlin/").contains("kotlin/kotlin.kotlin_builtins"));
    }
  }

  private static Set<String> abis(Apk apk) throws Exception {
    Set<String> abis = new TreeSet<>();
    apk.entries("lib/").forEach(name -> abis.add(name.split("/")[1]));
    return abis;
  }

  private static List<String> shippedModels() throws Exception {
    try (Stream<Path> files = Files.list(Product.SHIPPED_MODELS)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("README.md")).sorted().toList();
    }
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
