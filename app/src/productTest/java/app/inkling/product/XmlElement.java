package app.inkling.product;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An element of a compiled XML file, as {@code aapt2 dump xmltree} prints it.
 *
 * @param attributes by name without namespace; strings without quotes, other values as printed
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children) {
  private static final Pattern LINE = Pattern.compile("( *)([EA]): (.*)");
  private static final Pattern ELEMENT = Pattern.compile("(\\S+) \\(line=\\d+\\)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?:.*:)?([A-Za-z_]\\w*)(?:\\(0x[0-9a-f]+\\))?=(?:\"(.*)\" \\(Raw: .*\\)|(.*))");

  /** The root of the printed tree; deeper indentation means a child. */
  static XmlElement parse(String dump) {
    XmlElement document = named("document");
    Deque<XmlElement> open = new ArrayDeque<>(List.of(document));
    Deque<Integer> depths = new ArrayDeque<>(List.of(-1));
    for (String text : dump.split("\n")) {
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        continue;
      }
      int depth = line.group(1).length();
      Matcher element = ELEMENT.matcher(line.group(3));
      Matcher attribute = ATTRIBUTE.matcher(line.group(3));
      if (line.group(2).equals("E") && element.matches()) {
        while (depths.peek() >= depth) {
          depths.pop();
          open.pop();
        }
        XmlElement child = named(element.group(1));
        open.peek().children().add(child);
        open.push(child);
        depths.push(depth);
      } else if (attribute.matches()) {
        String quoted = attribute.group(2);
        open.peek().attributes().put(attribute.group(1), quoted == null ? attribute.group(3) : quoted);
      }
    }
    return document.children().get(0);
  }

  /** This element and all below it. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  /** The elements called {@code tag} here or below. */
  List<XmlElement> all(String tag) {
    return all().filter(element -> element.name.equals(tag)).toList();
  }

  /** The value of {@code attribute}, empty if there is none. */
  String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  private static XmlElement named(String name) {
    return new XmlElement(name, new LinkedHashMap<>(), new ArrayList<>());
  }
}
