package app.inkling.mllib.data.archive;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArchiveTest {
  private static final String ABOUT = "format=inkling-archive\nversion=1\n";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Path folder;

  @Before
  public void chooseFolder() {
    folder = temporary.getRoot().toPath().resolve("inside/unpacked");
  }

  @Test
  public void givesBackWhatWasPutIn() throws IOException {
    ArchiveReader.Unpacked unpacked = unpack(good());

    assertEquals(Map.of("created", "today"), unpacked.about());
    assertEquals(List.of("drawings.tsv", "models/ab.inkling"), unpacked.parts());
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(unpacked.file("models/ab.inkling")));
    assertArrayEquals("lines\n".getBytes(StandardCharsets.UTF_8),
        Files.readAllBytes(unpacked.file("drawings.tsv")));
  }

  @Test
  public void refusesNamesThatLeadElsewhere() throws IOException {
    for (String name : List.of("../evil", "/etc/evil", "a/../../evil", "a\\..\\evil", "C:evil", "a//b", "a/",
        "./a", "A",
        "a b", "a\0b", "..", "a/..", "checksums.txt/../../x", "a/.hidden")) {
      refused("\"", zip(ABOUT, name, "x"));
      assertFalse(name, Files.exists(temporary.getRoot().toPath().resolve("evil")));
    }
  }

  @Test
  public void refusesBombsWithoutUnpackingThem() throws IOException {
    byte[] zeros = new byte[200_000];
    ArchiveLimits small = new ArchiveLimits(3, 100_000, 150_000);
    byte[] large = zip(ABOUT, "a", new String(zeros, StandardCharsets.US_ASCII));
    assertTrue("packs well: " + large.length, large.length < 2000);
    refused("more in \"a\"", large, small);
    String most = new String(zeros, 0, 90_000, StandardCharsets.US_ASCII);
    refused("more in \"b\"", zip(ABOUT, "a", most, "b", most), small);
    refused("at most 3 parts", zip(ABOUT, "a", "", "b", "", "c", "", "d", ""), small);
  }

  @Test
  public void refusesOtherVersionsAndOtherFiles() throws IOException {
    refused("a newer Inkling", zip("format=inkling-archive\nversion=2\n"));
    refused("and a version", zip("format=inkling-archive\nversion=-1\n"));
    refused("and a version", zip("format=something\nversion=1\n"));
    refused("no zip file", "nothing".getBytes(StandardCharsets.UTF_8));
    refused("no zip file", new byte[0]);
  }

  @Test
  public void refusesEveryCutAndEveryChangedPart() throws IOException {
    byte[] good = good();
    // Up to the directory at the end, which readers of streams don't need.
    int end = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    for (int length = 0; length < end; length += 17) {
      refused("", Arrays.copyOf(good, length));
    }
    refused("the checksum that the archive names", zip(ABOUT, "a", "x", "checksums.txt",
        Sha256.of(ABOUT.getBytes(StandardCharsets.UTF_8)) + "  inkling-archive.txt\n" + "0".repeat(64)
        + "  a\n"));
    refused("or none", zip(ABOUT, "a", "x", "checksums.txt",
        Sha256.of(ABOUT.getBytes(StandardCharsets.UTF_8)) + "  inkling-archive.txt\n"));
    refused("the part \"b\"", zip(ABOUT, "checksums.txt",
        Sha256.of(ABOUT.getBytes(StandardCharsets.UTF_8)) + "  inkling-archive.txt\n" + "0".repeat(64)
        + "  b\n"));
    refused("cut short", zip(ABOUT, "a", "x"));
  }

  @Test
  public void flippedBitsNeverPass() throws IOException {
    byte[] good = good();
    int passed = 0;
    for (int bit = 0; bit < 8 * good.length; bit += 23) {
      byte[] flipped = good.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        ArchiveReader.Unpacked unpacked = unpack(flipped);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(unpacked.file("models/ab.inkling")));
        passed++;
        Files.walk(folder).sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      } catch (FormatException expected) {
        assertFalse(Files.exists(folder));
      }
    }
    assertTrue("those that pass lie in what says nothing, such as times", passed < good.length * 8 / 23 / 2);
  }

  @Test
  public void stopsWhenCancelled() {
    ArchiveReader reader = new ArchiveReader("test", ArchiveLimits.PHONE, () -> true);
    assertThrows(IOException.class, () -> reader.unpack(new ByteArrayInputStream(good()), folder));
    assertFalse(Files.exists(folder));
  }

  @Test
  public void unfinishedArchivesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(bytes, Map.of())) {
      writer.add("a", new byte[1]);
      assertThrows(IllegalArgumentException.class, () -> writer.add("a", new byte[1]));
      assertThrows(IllegalArgumentException.class, () -> writer.add("../a", new byte[1]));
    }
    refused("cut short", bytes.toByteArray());
  }

  private static byte[] good() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(bytes, Map.of("created", "today"))) {
      writer.add("drawings.tsv", "lines\n".getBytes(StandardCharsets.UTF_8));
      writer.add("models/ab.inkling", new byte[] {1, 2, 3});
      writer.finish();
    }
    return bytes.toByteArray();
  }

  /** A zip with the first entry and then names and contents in turn. */
  private static byte[] zip(String about, String... entries) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("inkling-archive.txt", about);
    for (int i = 0; i < entries.length; i += 2) {
      all.put(entries[i], entries[i + 1]);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private ArchiveReader.Unpacked unpack(byte[] archive) throws IOException {
    return new ArchiveReader("test", ArchiveLimits.PHONE, () -> false)
        .unpack(new ByteArrayInputStream(archive), folder);
  }

  private void refused(String because, byte[] archive) {
    refused(because, archive, ArchiveLimits.PHONE);
  }

  private void refused(String because, byte[] archive, ArchiveLimits limits) {
    ArchiveReader reader = new ArchiveReader("test", limits, () -> false);
    FormatException refusal = assertThrows(FormatException.class,
        () -> reader.unpack(new ByteArrayInputStream(archive), folder));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(because));
    assertFalse("nothing stays", Files.exists(folder));
  }
}
