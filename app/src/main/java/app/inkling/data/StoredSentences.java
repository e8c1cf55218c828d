package app.inkling.data;

import androidx.annotation.WorkerThread;
import app.inkling.mllib.data.FormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was typed and decided about words, to take along and to take in, as one tab-separated table. */
@WorkerThread
public final class StoredSentences {
  private static final String HEAD = "id\ttime\ttext";
  /** Stands in the place of a sentence's id where a line is a decision about the word in {@code text}. */
  private static final String DECISION = "decision:";

  private final SentenceDao dao;

  public StoredSentences(InklingDatabase database) {
    dao = database.sentences();
  }

  /** A head line, then a line for each sentence and each decision, in UTF-8. */
  public byte[] table() {
    StringBuilder lines = new StringBuilder(HEAD).append('\n');
    for (SentenceRow row : dao.sentences()) {
      line(lines, row.id, row.created, row.text);
    }
    for (PersonalWordRow row : dao.decisions()) {
      line(lines, DECISION + row.decision, row.decided, row.word);
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder lines, String id, long time, String text) {
    lines.append(id).append('\t').append(time).append('\t').append(text.replaceAll("[\\t\\r\\n]", " "))
        .append('\n');
  }

  /**
   * Takes in what {@link #table} wrote; a sentence that is here already stays as it is.
   *
   * @throws FormatException a line is not what it should be; nothing was taken in
   */
  public void takeIn(String source, byte[] table) throws FormatException {
    String[] lines = new String(table, StandardCharsets.UTF_8).split("\n");
    if (!lines[0].equals(HEAD)) {
      throw new FormatException(source, "the head line " + HEAD.replace('\t', ' '), "another");
    }
    List<SentenceRow> sentences = new ArrayList<>();
    List<PersonalWordRow> decisions = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String place = source + ", line " + (i + 1);
      String[] columns = lines[i].split("\t", -1);
      if (columns.length != 3) {
        throw new FormatException(place, "3 columns", columns.length + " columns");
      }
      try {
        if (columns[0].startsWith(DECISION)) {
          decisions.add(decision(columns));
        } else {
          sentences.add(sentence(columns));
        }
      } catch (IllegalArgumentException e) {
        throw new FormatException(place, "a sentence or a decision", String.valueOf(e.getMessage()));
      }
    }
    dao.takeIn(sentences, decisions);
  }

  private static SentenceRow sentence(String[] columns) {
    SentenceRow row = new SentenceRow();
    row.id = UUID.fromString(columns[0]).toString();
    row.created = Long.parseLong(columns[1]);
    row.text = columns[2];
    return row;
  }

  private static PersonalWordRow decision(String[] columns) {
    PersonalWordRow row = new PersonalWordRow();
    row.decision = PersonalWordRow.Decision.valueOf(columns[0].substring(DECISION.length())).name();
    row.decided = Long.parseLong(columns[1]);
    row.word = columns[2];
    return row;
  }
}
