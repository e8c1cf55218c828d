package app.inkling.keyboard;

import app.inkling.keyboard.Key.Action;
import app.inkling.suggest.Field.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of keys, from the top. Each row is centred in the width of the widest. */
public record Layout(Plane plane, List<List<Key>> rows) {
  /** The sets of keys that one can switch between. */
  public enum Plane { LETTERS, SYMBOLS, MORE_SYMBOLS, NUMBERS }

  private static final Map<String, String> ACCENTS = Map.ofEntries(
      Map.entry("a", "à á â ä æ ã å ā"), Map.entry("c", "ç ć č"), Map.entry("e", "è é ê ë ē ę"),
      Map.entry("i", "ì í î ï ī į"), Map.entry("l", "ł"), Map.entry("n", "ñ ń"),
      Map.entry("o", "ò ó ô ö œ ø õ ō"), Map.entry("s", "ß ś š"), Map.entry("u", "ù ú û ü ū"),
      Map.entry("y", "ý ÿ"), Map.entry("z", "ž ź ż"));

  /** The layout that a field of this purpose opens with. */
  public static Layout of(Purpose purpose) {
    return switch (purpose) {
      case NUMBER, PIN, PHONE, DATE -> numbers(purpose);
      default -> letters(purpose);
    };
  }

  /** The same with a key for the next keyboard beside the one that changes planes. */
  Layout withSwitch() {
    List<List<Key>> all = new ArrayList<>(rows);
    List<Key> last = new ArrayList<>();
    for (Key key : rows.get(rows.size() - 1)) {
      boolean space = key.action() == Action.SPACE;
      if (space) {
        last.add(Math.min(1, last.size()), Key.of(Action.SWITCH, 1));
      }
      last.add(space ? Key.of(Action.SPACE, key.width() - 1) : key);
    }
    all.set(rows.size() - 1, last);
    return new Layout(plane, all);
  }

  /** The layout of {@code plane} in a field of this purpose. */
  public static Layout of(Plane plane, Purpose purpose) {
    return switch (plane) {
      case LETTERS -> letters(purpose);
      case SYMBOLS -> new Layout(plane, List.of(keys("1 2 3 4 5 6 7 8 9 0"), keys("@ # $ _ & - + ( ) /"),
          between(Action.MORE_SYMBOLS, keys("* \" ' : ; ! ?"), Action.DELETE), lastRow(Action.LETTERS, purpose)));
      case MORE_SYMBOLS -> new Layout(plane, List.of(keys("~ ` | • √ π ÷ × ® ™"), keys("£ ¢ € ¥ ^ ° = { } \\"),
          between(Action.SYMBOLS, keys("% < > … [ ] ©"), Action.DELETE), lastRow(Action.LETTERS, purpose)));
      case NUMBERS -> numbers(purpose);
    };
  }

  private static Layout letters(Purpose purpose) {
    List<Key> top = new ArrayList<>();
    String digits = "1234567890";
    for (Key key : letterKeys("q w e r t y u i o p")) {
      List<String> alternates = new ArrayList<>(List.of(digits.substring(top.size(), top.size() + 1)));
      alternates.addAll(key.alternates());
      top.add(new Key(Action.TYPE, key.text(), alternates, 1));
    }
    return new Layout(Plane.LETTERS, List.of(top, letterKeys("a s d f g h j k l"),
        between(Action.SHIFT, letterKeys("z x c v b n m"), Action.DELETE), lastRow(Action.SYMBOLS, purpose)));
  }

  private static Layout numbers(Purpose purpose) {
    Key left = switch (purpose) {
      case PHONE -> Key.typing("*", ",", ";");
      case DATE -> Key.typing("/", "-", ".");
      default -> Key.typing(".", ",", ":");
    };
    Key right = switch (purpose) {
      case PHONE -> Key.typing("#", "+", "-");
      case DATE -> Key.typing(":", "-", ".");
      default -> Key.typing("-", "+", "#", "/");
    };
    return new Layout(Plane.NUMBERS, List.of(wide("1 2 3"), wide("4 5 6"), wide("7 8 9"),
        List.of(left.wide(2), Key.typing("0", "+").wide(2), right.wide(2)),
        List.of(Key.of(Action.SPACE, 2), Key.of(Action.DELETE, 2), Key.of(Action.ENTER, 2))));
  }

  private static List<Key> lastRow(Action plane, Purpose purpose) {
    boolean url = plane == Action.SYMBOLS && purpose == Purpose.URL;
    Key left = switch (plane == Action.SYMBOLS ? purpose : Purpose.TEXT) {
      case EMAIL -> Key.typing("@", ",", "_", "-");
      case URL -> Key.typing("/", ":", "-", "_");
      default -> Key.typing(",", "'", "\"", ";", ":");
    };
    List<Key> row = new ArrayList<>(List.of(Key.of(plane, 1.5f), left));
    row.add(Key.of(Action.SPACE, url ? 4 : 5));
    if (url) {
      row.add(Key.typing(".com", ".org", ".net", "www."));
    }
    row.add(purpose == Purpose.EMAIL ? Key.typing(".", ".com", ".org", ".net", "-")
        : Key.typing(".", "!", "?", "…", "-"));
    row.add(Key.of(Action.ENTER, 1.5f));
    return row;
  }

  private static List<Key> between(Action first, List<Key> middle, Action last) {
    List<Key> row = new ArrayList<>();
    row.add(Key.of(first, 1.5f));
    row.addAll(middle);
    row.add(Key.of(last, 1.5f));
    return row;
  }

  private static List<Key> letterKeys(String letters) {
    List<Key> row = new ArrayList<>();
    for (String letter : letters.split(" ")) {
      row.add(ACCENTS.containsKey(letter) ? Key.typing(letter, ACCENTS.get(letter).split(" "))
          : Key.typing(letter));
    }
    return row;
  }

  private static List<Key> keys(String symbols) {
    List<Key> row = new ArrayList<>();
    for (String symbol : symbols.split(" ")) {
      row.add(Key.typing(symbol));
    }
    return row;
  }

  private static List<Key> wide(String symbols) {
    return keys(symbols).stream().map(key -> key.wide(2)).collect(Collectors.toList());
  }
}
