package app.inkling.mllib.suggest.learning;

import app.inkling.mllib.data.Sha256;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.train.session.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A sentence that the user wrote, in a field that may be learned from.
 *
 * @param id under which it is stored
 * @param text as written
 */
public record OwnSentence(UUID id, String text) {
  /** Its words in lower case. */
  public List<String> words() {
    return Words.of(text);
  }

  /** What a session's plan remembers of it: the checksum alone, never the text. */
  public Sample sample() {
    return new Sample(id, "", Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
