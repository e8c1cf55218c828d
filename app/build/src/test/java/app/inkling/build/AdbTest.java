package app.inkling.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** Against a shell script in adb's place, which notes its arguments and answers from a file. */
public final class AdbTest {
  private static final String NO_DEVICE = "List of devices attached\n\n";
  private static final String ONE_DEVICE = "List of devices attached\nphone1\tdevice\n\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Before
  public void needsAShell() {
    assumeTrue(File.separatorChar == '/');
  }

  @Test
  public void saysInOneSentenceThatThereIsNoAdb() {
    assertFails("No adb found", () -> Adb.attached(Map.of("PATH", folder.getRoot().getPath())));
  }

  @Test
  public void saysInOneSentenceThatThereIsNoDevice() throws IOException {
    fakeAdb(NO_DEVICE);
    assertFails("No device is attached", () -> Adb.attached(onPath()));
  }

  @Test
  public void asksToUnlockADeviceThatIsNotReady() throws IOException {
    fakeAdb("List of devices attached\nphone1\tunauthorized\n");
    assertFails("phone1 is not ready: unlock it", () -> Adb.attached(onPath()));
  }

  @Test
  public void asksWhichOfTwoDevices() throws IOException {
    fakeAdb("List of devices attached\nphone1\tdevice\nphone2\tdevice\n");
    assertFails("(phone1, phone2): set ANDROID_SERIAL", () -> Adb.attached(onPath()));
    String path = folder.getRoot().getPath();
    assertEquals("phone2", Adb.attached(Map.of("PATH", path, "ANDROID_SERIAL", "phone2")).serial());
  }

  @Test
  public void findsAdbInTheSdkToo() throws IOException {
    Path sdk = folder.newFolder("sdk", "platform-tools").toPath().getParent();
    Files.move(fakeAdb(ONE_DEVICE), sdk.resolve("platform-tools/adb"));
    assertEquals("phone1", Adb.attached(Map.of("PATH", "", "ANDROID_HOME", sdk.toString())).serial());
  }

  @Test
  public void installsOnTheChosenDevice() throws IOException {
    fakeAdb(ONE_DEVICE);
    Adb adb = Adb.attached(onPath());
    fakeAdb("Performing Streamed Install\nSuccess\n");
    adb.install(Path.of("some.apk"));
    assertEquals("-s phone1 install -r -t some.apk", calls().get(calls().size() - 1));
  }

  @Test
  public void quotesAnInstallThatAndroidRefused() throws IOException {
    fakeAdb(ONE_DEVICE);
    Adb adb = Adb.attached(onPath());
    fakeAdb("adb: failed to install: Failure [INSTALL_FAILED_UPDATE_INCOMPATIBLE]\n");
    assertFails("INSTALL_FAILED_UPDATE_INCOMPATIBLE", () -> adb.install(Path.of("some.apk")));
  }

  @Test
  public void refusesAnAppThatDoesNotStart() throws IOException {
    fakeAdb(ONE_DEVICE);
    Adb adb = Adb.attached(onPath());
    fakeAdb("Error: Activity class {app.some/.Main} does not exist.\n");
    assertFails("app.some did not start", () -> adb.start("app.some"));
    fakeAdb("Status: ok\nTotalTime: 300\n");
    adb.start("app.some");
    assertTrue(adb.isRunning("app.some"));
    fakeAdb("");
    assertFalse(adb.isRunning("app.some"));
  }

  private Map<String, String> onPath() {
    return Map.of("PATH", folder.getRoot().getPath());
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.getRoot().toPath().resolve("calls"));
  }

  /** Puts a script called adb on the path that answers {@code answer} to everything. */
  private Path fakeAdb(String answer) throws IOException {
    Path root = folder.getRoot().toPath();
    Files.writeString(root.resolve("answer"), answer);
    Path adb = Files.writeString(root.resolve("adb"),
        "#!/bin/sh\necho \"$*\" >> '" + root + "/calls'\nexec /bin/cat '" + root + "/answer'\n");
    assertTrue(adb.toFile().setExecutable(true));
    return adb;
  }

  private static void assertFails(String part, ThrowingRunnable action) {
    String message = assertThrows(IOException.class, action).getMessage();
    assertTrue(message, message.contains(part));
  }
}
