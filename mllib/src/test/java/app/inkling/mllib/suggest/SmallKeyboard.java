package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Corpus;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A keyboard trained on a few sentences, for tests. */
public final class SmallKeyboard {
  private static final String[] SENTENCES = {
    "I will see you tomorrow", "I will see you tonight", "see you later", "what are you doing",
    "I am on my way", "I am on the train", "we are going to London", "thank you very much",
    "I do not know", "I don't know", "what time is it", "how are you", "the train is late",
    "the weather is nice today", "let me know", "let me see", "are you going to the party"};

  private SmallKeyboard() {}

  public static Corpus corpus() {
    List<List<String>> training = new ArrayList<>();
    List<List<String>> heldOut = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (String sentence : SENTENCES) {
        (i == 19 ? heldOut : training).add(Words.of(sentence));
      }
    }
    return new Corpus(List.of(new Corpus.Source("sentences", 1, training, heldOut)));
  }

  /** Without a network. */
  static KeyboardModel model() {
    return model(false);
  }

  public static KeyboardModel model(boolean network) {
    Corpus corpus = corpus();
    Vocabulary vocabulary = Vocabulary.ofMostFrequent(corpus.counts(), 40);
    Map<String, Integer> listed = new LinkedHashMap<>();
    for (String word : List.of("I", "London", "don't", "tomorrow", "today", "train", "trail", "the", "weather",
        "whether", "Wales", "tram", "hell", "café")) {
      listed.put(word, word.equals("hell") ? 0 : word.equals("the") ? 222 : 100);
    }
    KeyboardBuilding building = new KeyboardBuilding(corpus, vocabulary, 1);
    return building.model(building.ngrams(3, 1000), building.wordList(listed, 200),
        network ? new WordNet(vocabulary.size(), new WordNet.Size(8, 12), 0, new Rng(3)) : null, Map.of());
  }
}
