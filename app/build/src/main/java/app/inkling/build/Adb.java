package app.inkling.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One phone or emulator, reached through Android's debug bridge.
 *
 * @param executable the {@code adb} program
 * @param serial which of the attached devices
 */
record Adb(Path executable, String serial) {
  private static final Pattern ATTACHED = Pattern.compile("(?m)^(\\S+)\\s+(device|unauthorized|offline)\\b");

  /**
   * The device to use: the only one attached, or the one that {@code ANDROID_SERIAL} names.
   *
   * @param environment the process's environment variables: {@code PATH}, {@code ANDROID_HOME},
   *     {@code ANDROID_SDK_ROOT}, {@code ANDROID_SERIAL}
   * @throws IOException in one sentence, when there is no adb, no device, or a choice of devices
   */
  static Adb attached(Map<String, String> environment) throws IOException {
    Path executable = find(environment).orElseThrow(() -> new IOException(
        "No adb found: put Android's platform-tools on the PATH or set ANDROID_HOME, then attach a phone."));
    List<String> command = List.of(executable.toString(), "devices");
    Matcher lines = ATTACHED.matcher(Command.require("adb devices", command));
    List<String> ready = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    while (lines.find()) {
      (lines.group(2).equals("device") ? ready : waiting).add(lines.group(1));
    }
    String wanted = environment.get("ANDROID_SERIAL");
    if (wanted != null) {
      ready.removeIf(serial -> !serial.equals(wanted));
    }
    if (ready.size() > 1) {
      throw new IOException("Several devices are attached (" + String.join(", ", ready)
          + "): set ANDROID_SERIAL to one of them.");
    }
    if (ready.isEmpty() && !waiting.isEmpty()) {
      throw new IOException("The attached device " + waiting.get(0)
          + " is not ready: unlock it and allow debugging from this computer.");
    }
    if (ready.isEmpty()) {
      String missing = wanted == null ? "No device is attached" : "Device " + wanted + " is not attached";
      throw new IOException(missing + ": connect a phone with USB debugging on, or start an emulator.");
    }
    return new Adb(executable, ready.get(0));
  }

  /** Installs {@code apk} over an earlier version of it. */
  void install(Path apk) throws IOException {
    require("Installing " + apk.getFileName(), "install", "-r", "-t", apk.toString());
  }

  void uninstall(String applicationId) throws IOException {
    Command.run(command("uninstall", applicationId));
  }

  /** Runs all instrumented tests in {@code testPackage} and answers with the runner's report. */
  InstrumentationReport instrument(String testPackage, String runner) throws IOException {
    return InstrumentationReport.parse(require("Running the instrumented tests",
        "shell", "am", "instrument", "-r", "-w", testPackage + "/" + runner));
  }

  /** Starts the launcher activity of {@code applicationId} and waits until it has drawn. */
  void start(String applicationId) throws IOException {
    String launcher = require("Looking up the launcher activity", "shell", "cmd", "package",
        "resolve-activity", "--brief", "-c", "android.intent.category.LAUNCHER", applicationId).strip();
    String component = launcher.substring(launcher.lastIndexOf('\n') + 1).strip();
    String answer = require("Starting " + applicationId, "shell", "am", "start", "-W", "-n", component);
    if (!answer.contains("Status: ok")) {
      throw new IOException(applicationId + " did not start:\n" + answer.strip());
    }
  }

  /** Whether a process of {@code applicationId} lives. */
  boolean isRunning(String applicationId) throws IOException {
    Command.Result result = Command.run(command("shell", "pidof", applicationId));
    return result.exitCode() == 0 && !result.output().isBlank();
  }

  private String require(String what, String... arguments) throws IOException {
    String output = Command.require(what, command(arguments));
    if (output.contains("Failure [")) {
      throw new IOException(what + " failed:\n" + output.strip());
    }
    return output;
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(executable.toString(), "-s", serial));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Optional<Path> find(Map<String, String> environment) {
    List<Path> directories = new ArrayList<>();
    for (String directory : environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator))) {
      directories.add(Path.of(directory));
    }
    for (String variable : List.of("ANDROID_HOME", "ANDROID_SDK_ROOT")) {
      String sdk = environment.get(variable);
      if (sdk != null) {
        directories.add(Path.of(sdk, "platform-tools"));
      }
    }
    return directories.stream()
        .flatMap(directory -> List.of(directory.resolve("adb"), directory.resolve("adb.exe")).stream())
        .filter(Files::isExecutable)
        .findFirst();
  }
}
