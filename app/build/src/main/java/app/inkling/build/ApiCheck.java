package app.inkling.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/**
 * Finds calls that compile here and fail on the oldest phone: classes and methods that its Android lacks.
 *
 * <p>The signatures list what that Android has and what D8 adds to it while dexing. Code behind a check of
 * the running version goes into a method marked {@code @RequiresApi}, which is passed over.
 */
final class ApiCheck {
  /** Refer to what javac needs and D8 writes anew: records, string concatenation, lambdas. */
  private static final Set<String> REWRITTEN = Set.of("java/lang/Record", "java/lang/runtime/ObjectMethods",
      "java/lang/invoke/StringConcatFactory", "java/lang/invoke/LambdaMetafactory",
      "java/lang/invoke/MethodHandles$Lookup", "java/lang/invoke/MethodHandles", "java/lang/invoke/CallSite");

  private static final List<String> GUARDS = List.of("androidx.annotation.RequiresApi");

  private ApiCheck() {}

  /**
   * The places in {@code jars} that use what neither {@code signature} nor {@code libraries} have.
   *
   * @param signature an archive of animal-sniffer
   * @param libraries jars that go to the phone too, not checked themselves
   */
  static List<String> complaints(Path signature, List<Path> jars, List<Path> libraries) throws IOException {
    Set<String> known = new HashSet<>(REWRITTEN);
    for (Path jar : libraries) {
      addClasses(jar, known);
    }
    for (Path jar : jars) {
      addClasses(jar, known);
    }
    List<String> complaints = new ArrayList<>();
    try (InputStream in = Files.newInputStream(signature)) {
      SignatureChecker checker = new SignatureChecker(in, known, new Collector(complaints));
      checker.setAnnotationTypes(GUARDS);
      checker.setSourcePath(List.of());
      for (Path jar : jars) {
        checker.process(jar.toFile());
      }
    }
    return complaints;
  }

  private static void addClasses(Path jar, Set<String> names) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class"))
          .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
    }
  }

  private record Collector(List<String> complaints) implements Logger {
    @Override
    public void error(String message) {
      complaints.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
      complaints.add(message + ": " + cause);
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {}

    @Override
    public void warn(String message, Throwable cause) {}
  }
}
