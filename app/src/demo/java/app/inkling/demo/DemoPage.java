package app.inkling.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the demo did, as one page that needs nothing but its pictures. */
final class DemoPage {
  private static final String STYLE = """
      :root { color-scheme: light dark;
        --ink: #24408e; --paper: #faf8ff; --text: #1a1b21; --quiet: #5a5c68; --line: #c5c6d3 }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #b5c4ff; --paper: #121318; --text: #e3e1e9; --quiet: #a9abb8; --line: #444651 } }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem;
        background: var(--paper); color: var(--text) }
      h1, h2 { color: var(--ink); font-weight: 500 }
      p { max-width: 44rem }
      table { border-collapse: collapse } td { padding: .1rem 1rem .1rem 0 }
      td + td { font-variant-numeric: tabular-nums }
      .grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(var(--card), 1fr)) }
      figure { margin: 0 }
      img { width: 100%; border: 1px solid var(--line); border-radius: 12px; display: block }
      figcaption { color: var(--quiet); font-size: .85rem; padding: .3rem .2rem } .wrong { color: #ba1a1a }
      """;

  private final StringBuilder body = new StringBuilder();

  void heading(String text) {
    body.append("<h2>").append(escape(text)).append("</h2>\n");
  }

  void text(String text) {
    body.append("<p>").append(escape(text)).append("</p>\n");
  }

  void figures(Map<String, String> figures) {
    body.append("<table>\n");
    figures.forEach((name, value) -> body.append("<tr><td>").append(escape(name)).append("</td><td>")
        .append(escape(value)).append("</td></tr>\n"));
    body.append("</table>\n");
  }

  /** @param width least width of a picture, such as {@code 11rem} */
  void drawings(List<Recognised> drawings, String width) {
    List<String> cards = new ArrayList<>();
    for (Recognised one : drawings) {
      String caption = one.right() ? "" : " class=\"wrong\"";
      cards.add(card(one.picture(), "a " + one.drawn() + " drawn, read as " + one.shown(),
          "<span" + caption + ">drawn: " + one.drawn() + ", read: " + escape(one.shown()) + "</span><br>"
              + escape(one.said()) + "<br>" + escape(one.hand()) + ", "
              + String.format(Locale.ROOT, "%.0f ms", one.milliseconds())));
    }
    grid(cards, width);
  }

  /** @param pictures file name to caption */
  void pictures(Map<String, String> pictures, String width) {
    List<String> cards = new ArrayList<>();
    pictures.forEach((file, caption) -> cards.add(card(file, caption, escape(caption))));
    grid(cards, width);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<title>Inkling, the demo</title>\n<style>\n" + STYLE + "</style>\n"
        + "<h1>Inkling, the demo</h1>\n" + body + "</html>\n");
  }

  private void grid(List<String> cards, String width) {
    body.append("<div class=\"grid\" style=\"--card: ").append(width).append("\">\n");
    cards.forEach(body::append);
    body.append("</div>\n");
  }

  private static String card(String picture, String alternative, String captionHtml) {
    return "<figure><a href=\"" + picture + "\"><img src=\"" + picture + "\" loading=\"lazy\" alt=\""
        + escape(alternative) + "\"></a><figcaption>" + captionHtml + "</figcaption></figure>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("\n", "<br>");
  }
}
