package app.inkling.mllib.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer in words, such as {@code dense(name=hidden, inputs=784, outputs=128, bias=true)}; layers of layers
 * are nested: {@code sequential(name=digits, image(height=28, width=28, channels=1), flatten())}.
 */
public final class Description {
  private final String kind;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Description> children = new ArrayList<>();

  public Description(String kind) {
    this.kind = requireWord(kind);
  }

  /** Adds a value whose text has only letters, digits and {@code . _ / + -}. */
  public Description with(String key, Object value) {
    values.put(requireWord(key), requireWord(String.valueOf(value)));
    return this;
  }

  public Description with(Description child) {
    children.add(child);
    return this;
  }

  public String kind() {
    return kind;
  }

  public List<Description> children() {
    return Collections.unmodifiableList(children);
  }

  /** One of the layers inside, of which there must be {@code count}. */
  public Description child(int index, int count) {
    if (children.size() != count) {
      throw new IllegalArgumentException("Layer description: " + kind + " wants " + count
          + " layers inside, got "
          + children.size());
    }
    return children.get(index);
  }

  /** Whether there is a value of that name. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("Layer description " + this + ": has no \"" + key + "\"");
    }
    return value;
  }

  public int integer(String key) {
    try {
      return Integer.parseInt(text(key));
    } catch (NumberFormatException e) {
      throw wrong(key, "a whole number", e);
    }
  }

  /** As {@link #integer(String)}, but {@code usual} where nothing is said. */
  public int integer(String key, int usual) {
    return has(key) ? integer(key) : usual;
  }

  public float number(String key) {
    try {
      return Float.parseFloat(text(key));
    } catch (NumberFormatException e) {
      throw wrong(key, "a number", e);
    }
  }

  public boolean truth(String key) {
    String value = text(key);
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(key, "true or false", null);
    }
    return value.equals("true");
  }

  private IllegalArgumentException wrong(String key, String wanted, Throwable cause) {
    return new IllegalArgumentException("Layer description " + this + ": \"" + key + "\" wants " + wanted,
        cause);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind).append('(');
    String separator = "";
    for (Map.Entry<String, String> value : values.entrySet()) {
      text.append(separator).append(value.getKey()).append('=').append(value.getValue());
      separator = ", ";
    }
    for (Description child : children) {
      text.append(separator).append(child);
      separator = ", ";
    }
    return text.append(')').toString();
  }

  /** Reads what {@link #toString} wrote. */
  static Description parse(String line) {
    Parser parser = new Parser(line);
    Description description = parser.description(parser.word());
    parser.end();
    return description;
  }

  private static String requireWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isWordCharacter(word.charAt(i))) {
        throw new IllegalArgumentException("Layer description: \"" + word
            + "\" has a character that is none of letters, digits and . _ / + -; choose another name");
      }
    }
    if (word.isEmpty()) {
      throw new IllegalArgumentException("Layer description: a name or value is empty; choose another name");
    }
    return word;
  }

  private static boolean isWordCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._/+-".indexOf(c) >= 0;
  }

  private static final class Parser {
    private static final int DEEPEST = 100;

    private final String line;
    private int at;
    private int depth;

    Parser(String line) {
      this.line = line;
    }

    Description description(String kind) {
      if (++depth > DEEPEST) {
        throw wrong("at most " + DEEPEST + " layers within layers");
      }
      Description description = new Description(kind);
      expect('(');
      if (!taken(')')) {
        do {
          String word = word();
          if (taken('=')) {
            description.with(word, word());
          } else {
            description.with(description(word));
          }
        } while (taken(','));
        expect(')');
      }
      depth--;
      return description;
    }

    String word() {
      skipSpaces();
      int from = at;
      while (at < line.length() && isWordCharacter(line.charAt(at))) {
        at++;
      }
      if (at == from) {
        throw wrong("a name");
      }
      return line.substring(from, at);
    }

    void end() {
      skipSpaces();
      if (at < line.length()) {
        throw wrong("the end");
      }
    }

    private void expect(char wanted) {
      if (!taken(wanted)) {
        throw wrong("'" + wanted + "'");
      }
    }

    private boolean taken(char wanted) {
      skipSpaces();
      boolean there = at < line.length() && line.charAt(at) == wanted;
      at += there ? 1 : 0;
      return there;
    }

    private void skipSpaces() {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }

    private IllegalArgumentException wrong(String wanted) {
      String rest = line.substring(at, Math.min(line.length(), at + 20));
      return new IllegalArgumentException("Layer description: wants " + wanted + " at character " + at
          + ", got \"" + rest + "\" in: " + line);
    }
  }
}
