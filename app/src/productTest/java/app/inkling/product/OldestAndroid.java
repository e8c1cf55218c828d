package app.inkling.product;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.codehaus.mojo.animal_sniffer.Clazz;

/**
 * What the oldest Android that the app runs on has, with what D8 adds: the archive of animal-sniffer that the
 * build also checks class files with.
 */
final class OldestAndroid {
  private final Map<String, Clazz> classes = new HashMap<>();

  static OldestAndroid read() throws Exception {
    OldestAndroid android = new OldestAndroid();
    Path archive;
    try (var files = Files.list(Product.DIRECTORY.resolve("api"))) {
      archive = files.filter(file -> file.toString().endsWith(".signature")).findFirst().orElseThrow();
    }
    try (ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      for (Clazz found = read(in); found != null; found = read(in)) {
        android.classes.put(found.getName(), found);
      }
    }
    return android;
  }

  private static Clazz read(ObjectInputStream in) throws IOException, ClassNotFoundException {
    try {
      return (Clazz) in.readObject();
    } catch (EOFException end) {
      return null;
    }
  }

  /** @param reference a type, or a member of one, as {@link DexClasses#references} writes them */
  boolean has(String reference) {
    String[] parts = reference.split(";->");
    if (!parts[0].startsWith("L")) {
      return true;
    }
    String type = parts[0].substring(1).replace(";", "");
    return parts.length == 1 ? classes.containsKey(type) : hasMember(type, parts[1].replace(":", "#"));
  }

  private boolean hasMember(String type, String member) {
    Clazz found = classes.get(type);
    if (found == null) {
      return false;
    }
    if (found.getSignatures().contains(member)) {
      return true;
    }
    if (found.getSuperClass() != null && hasMember(found.getSuperClass(), member)) {
      return true;
    }
    for (String parent : found.getSuperInterfaces()) {
      if (hasMember(parent, member)) {
        return true;
      }
    }
    return false;
  }
}
