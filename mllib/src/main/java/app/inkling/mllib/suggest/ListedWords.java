package app.inkling.mllib.suggest;

import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.data.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a word list in the form of Android's open keyboard ("combined"): a line {@code word=the,f=222,...} for each,
 * f a logarithmic frequency of 0 to 255. Of an f of 0 the list says that a word is not to be written so: these are
 * left out. Words that are marked as offensive get 0 here: they are words, but never to be suggested.
 */
public final class ListedWords {
  private static final Pattern LINE = Pattern.compile(" word=([^,]+),f=(\\d+),.*");
  private static final Pattern OFFENSIVE = Pattern.compile("flags=offensive|possibly_offensive=true");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

  private ListedWords() {}

  /** Several lists: of each only the words that none before it has, in whatever case. */
  public static Map<String, Integer> read(List<Path> files) throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    Set<String> listed = new HashSet<>();
    for (Path file : files) {
      Map<String, Integer> more = read(file);
      more.keySet().removeIf(word -> listed.contains(WordList.lower(word)));
      more.keySet().forEach(word -> listed.add(WordList.lower(word)));
      words.putAll(more);
    }
    return words;
  }

  /** Words as they are written, to their frequencies; what is no run of letters and apostrophes is left out. */
  public static Map<String, Integer> read(Path file) throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    try (TextLines in = new TextLines(file)) {
      for (String line = in.next(); line != null; line = in.next()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches() && WORD.matcher(matcher.group(1)).matches()) {
          int frequency = Integer.parseInt(matcher.group(2));
          if (frequency > 0) {
            words.put(matcher.group(1), OFFENSIVE.matcher(line).find() ? 0 : frequency);
          }
        }
      }
    }
    if (words.isEmpty()) {
      throw new FormatException(file.toString(), "lines \" word=the,f=222,...\"", "none of them");
    }
    return words;
  }
}
