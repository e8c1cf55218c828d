package app.inkling.training;

import app.inkling.data.ModelVersionRow;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.learning.NetworkComparison;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.suggest.learning.OwnSentence;
import app.inkling.mllib.train.session.Sample;
import app.inkling.mllib.train.session.Version;
import app.inkling.mllib.train.session.Versions;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares versions of the keyboard's network on what the user wrote and neither has learned from: what their
 * sessions held out by time, and what was written since.
 */
public final class WordComparer implements Comparer {
  private final VersionTree tree;
  private final WordKind kind;

  public WordComparer(VersionTree tree, WordKind kind) {
    this.tree = tree;
    this.kind = kind;
  }

  @Override
  public Compared withInUse(ModelVersionRow row) throws IOException {
    Versions whole = tree.whole();
    Version version = whole.find(UUID.fromString(row.id))
        .orElseThrow(() -> new IOException("version " + row.id + " is missing or damaged"));
    Version used = tree.active();
    if (!tree.fits(version.id())) {
      throw new IOException("version " + row.id + " comes from another model than the app's");
    }
    Set<UUID> taught = new HashSet<>();
    for (Version each : List.of(version, used)) {
      for (Version step : whole.path(each.id())) {
        step.plan().ifPresent(plan -> plan.training().stream().map(Sample::id).forEach(taught::add));
      }
    }
    List<OwnSentence> aside = kind.teaching().stream().filter(sentence -> !taught.contains(sentence.id()))
        .collect(Collectors.toList());
    return compare(kind.keyboard(), network(version), network(used), aside);
  }

  private static Compared compare(KeyboardModel keyboard, WordNet first, WordNet second,
      List<OwnSentence> sentences) {
    return new WordComparison(NetworkComparison.of(keyboard.vocabulary(), first, second, sentences),
        NetworkComparison.general(keyboard.network(), first, second));
  }

  private WordNet network(Version version) throws IOException {
    return NetworkFile.read(tree.store().model(version.model()));
  }
}
