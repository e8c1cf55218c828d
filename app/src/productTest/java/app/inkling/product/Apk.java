package app.inkling.product;

import com.android.apksig.ApkVerifier;
import com.android.apksig.apk.ApkFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One package that the build made. */
record Apk(Path file) {
  ApkVerifier.Result verify() throws IOException {
    try {
      return new ApkVerifier.Builder(file.toFile()).build().verify();
    } catch (ApkFormatException | NoSuchAlgorithmException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  XmlElement manifest() throws IOException {
    return xml("AndroidManifest.xml");
  }

  /** A compiled XML file of the package. */
  XmlElement xml(String entry) throws IOException {
    return XmlElement.parse(aapt2("dump", "xmltree", "--file", entry, file.toString()));
  }

  /** The names of the entries below {@code prefix}. */
  List<String> entries(String prefix) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(prefix)).sorted().toList();
    }
  }

  byte[] read(String entry) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new NoSuchFileException(file.getFileName() + " has no " + entry);
      }
      try (InputStream in = zip.getInputStream(found)) {
        return in.readAllBytes();
      }
    }
  }

  DexClasses classes() throws IOException {
    return DexClasses.read(file);
  }

  private static String aapt2(String... arguments) throws IOException {
    Path tools = Product.DIRECTORY.resolve("apk/tools");
    Path binary = Files.exists(tools.resolve("aapt2")) ? tools.resolve("aapt2") : tools.resolve("aapt2.exe");
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
