package app.inkling.mllib;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.tensor.Tensor;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Each package may use only those before it in this list; read from the class files, so that nothing slips
 * by.
 */
public class PackageArrowsTest {
  private static final List<String> ORDER = Arrays.asList("kernel", "tensor", "autodiff", "nn", "loss",
      "optim", "data", "train", "model", "rl", "tflite", "inference", "digits", "suggest", "cli", "examples");
  private static final Pattern OURS = Pattern.compile("app/inkling/mllib/([a-z]+)/");

  @Test
  public void packagesUseOnlyThoseBeforeThem() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path file : classFiles()) {
      String own = packageOf(file);
      for (String used : used(file)) {
        if (!ORDER.contains(used) || ORDER.indexOf(used) > ORDER.indexOf(own)) {
          wrong.add(root().relativize(file) + " uses " + used);
        }
      }
    }
    assertEquals(Collections.emptyList(), wrong);
  }

  @Test
  public void everyPackageHasItsPlace() throws Exception {
    for (Path file : classFiles()) {
      assertTrue(file + " is in a package without a place in the order", ORDER.contains(packageOf(file)));
    }
  }

  @Test
  public void everyPackageSaysWhatItIsFor() throws Exception {
    Path sources = root().resolve("../../../../../src/main/java/app/inkling/mllib").normalize();
    List<String> silent = new ArrayList<>();
    try (Stream<Path> folders = Files.walk(sources)) {
      for (Path folder : folders.filter(Files::isDirectory).collect(Collectors.toList())) {
        try (Stream<Path> files = Files.list(folder)) {
          Set<String> names = files.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java")).collect(Collectors.toSet());
          if (!names.isEmpty() && !names.contains("package-info.java")) {
            silent.add(sources.relativize(folder).toString());
          }
        }
      }
    }
    assertEquals("packages without package-info.java", Collections.emptyList(), silent);
  }

  @Test
  public void findsTheUsesItLooksFor() throws Exception {
    Path trainer = root().resolve("train/Trainer.class");
    assertTrue(used(trainer).containsAll(Arrays.asList("autodiff", "optim", "data", "tensor")));
  }

  private static Path root() throws URISyntaxException {
    URL classes = Tensor.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(classes.toURI()).resolve("app/inkling/mllib");
  }

  private static List<Path> classFiles() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.walk(root())) {
      List<Path> classes =
          files.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
      assertTrue("found only " + classes.size() + " classes in " + root(), classes.size() > 50);
      return classes;
    }
  }

  private static String packageOf(Path file) throws URISyntaxException {
    return root().relativize(file).getName(0).toString();
  }

  /** Packages of ours that a class file names in its constants: classes, descriptors and signatures. */
  private static Set<String> used(Path file) throws IOException {
    Set<String> used = new TreeSet<>();
    for (String text : texts(file)) {
      Matcher matcher = OURS.matcher(text);
      while (matcher.find()) {
        used.add(matcher.group(1));
      }
    }
    return used;
  }

  /** All text constants of a class file (Java Virtual Machine Specification, section 4.4). */
  private static List<String> texts(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.add(in.readUTF());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          default -> throw new IOException(file + ": unknown constant " + tag);
        }
      }
    }
    return texts;
  }
}
