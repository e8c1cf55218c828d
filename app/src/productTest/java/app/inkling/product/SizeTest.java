package app.inkling.product;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** The packages stay small enough to be fetched without a second thought; each build says what is large. */
public final class SizeTest {
  private static final long ARM64_BYTES = 15_728_640;
  private static final long UNIVERSAL_BYTES = 27_262_976;
  private static final long DIGIT_BYTES = 1_048_576;
  private static final long KEYBOARD_BYTES = 5_242_880;
  private static final long MODEL_BYTES = DIGIT_BYTES + KEYBOARD_BYTES;

  @Test
  public void theSmallPackageStaysUnderFifteenMegabytes() throws Exception {
    assertUnder(ARM64_BYTES, Product.arm64());
  }

  @Test
  public void theUniversalPackageStaysUnderTwentySixMegabytes() throws Exception {
    assertUnder(UNIVERSAL_BYTES, Product.shrunk());
  }

  @Test
  public void theModelsStayWithinTheirShare() throws Exception {
    assertModels("digits.", DIGIT_BYTES);
    assertModels("keyboard.", KEYBOARD_BYTES);
    assertModels("", MODEL_BYTES);
  }

  private static void assertModels(String prefix, long limit) throws Exception {
    long bytes = 0;
    for (String model : Product.arm64().entries("assets/models/" + prefix)) {
      bytes += Product.arm64().read(model).length;
    }
    assertTrue("models/" + prefix + "* have " + bytes + " bytes, at most " + limit + " are allowed",
        bytes > 0 && bytes <= limit);
  }

  @Test
  public void theReportsNameTheTenLargestPartsAndAddUp() throws Exception {
    for (Apk apk : List.of(Product.arm64(), Product.shrunk())) {
      String name = apk.file().getFileName().toString().replace(".apk", "-sizes.txt");
      Path report = Product.DIRECTORY.resolve(name);
      List<String> lines = Files.readAllLines(report);
      assertEquals(12, lines.size());
      assertEquals(Files.size(apk.file()), bytes(lines.get(0)));
      assertEquals(Files.size(apk.file()), lines.stream().skip(1).mapToLong(SizeTest::bytes).sum());
      for (int part = 2; part <= 10; part++) {
        assertTrue(lines.get(part), bytes(lines.get(part)) <= bytes(lines.get(part - 1)));
      }
    }
  }

  private static void assertUnder(long limit, Apk apk) throws Exception {
    long bytes = Files.size(apk.file());
    assertTrue(apk.file() + " has " + bytes + " bytes, at most " + limit + " are allowed", bytes <= limit);
  }

  private static long bytes(String line) {
    return Long.parseLong(line.strip().split(" ")[0]);
  }
}
