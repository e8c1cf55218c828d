package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

public final class SigningKeyTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void keepsTheDebugKeyItOnceMade() throws IOException {
    Path keystore = folder.getRoot().toPath().resolve("home/debug.keystore");
    assertEquals(SigningKey.debug(keystore), SigningKey.debug(keystore));
  }

  @Test
  public void saysWhatIsWrongWithAReleaseKey() throws IOException {
    Path missing = folder.getRoot().toPath().resolve("none");
    assertMessage("No key store at", () -> SigningKey.load(missing, "secret", null));
    Path keystore = folder.getRoot().toPath().resolve("debug.keystore");
    SigningKey.debug(keystore);
    assertMessage("has no private key \"upload\"", () -> SigningKey.load(keystore, "android", "upload"));
    assertMessage("Cannot read the key store", () -> SigningKey.load(keystore, "wrong", null));
  }

  @Test
  public void namesTheCertificateAsKeytoolDoes() throws IOException {
    Path keystore = folder.getRoot().toPath().resolve("debug.keystore");
    String described = SigningKey.debug(keystore).describe();
    assertTrue(described, described.startsWith("CN=Android Debug, SHA-256 "));
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
        "-list", "-keystore", keystore.toString(), "-storepass", "android").redirectErrorStream(true).start();
    String listed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(listed, listed.contains(described.substring(described.lastIndexOf(' ') + 1)));
  }

  private static void assertMessage(String part, ThrowingRunnable load) {
    String message = assertThrows(IOException.class, load).getMessage();
    assertTrue(message, message.contains(part));
  }
}
