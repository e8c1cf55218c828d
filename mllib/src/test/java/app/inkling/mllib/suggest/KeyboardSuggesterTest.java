package app.inkling.mllib.suggest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.cli.tflite.DesktopTfliteEngine;
import app.inkling.mllib.data.FormatException;
import app.inkling.mllib.inference.ExportedNetwork;
import app.inkling.mllib.inference.InferenceEngine;
import app.inkling.mllib.tflite.Precision;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

public class KeyboardSuggesterTest {
  private static final KeyboardModel MODEL = SmallKeyboard.model();

  private final KeyboardSuggester keyboard = new KeyboardSuggester(MODEL);

  public KeyboardSuggesterTest() {
    keyboard.setThreshold(0);
  }

  private static List<String> words(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::word).collect(Collectors.toList());
  }

  private List<String> suggested(String before, String typed) {
    return words(keyboard.suggest(before.isEmpty() ? List.of() : List.of(before.split(" ")), typed));
  }

  @Test
  public void predictsTheNextWordWithItsCapitals() {
    assertEquals("you", suggested("i will see", "").get(0));
    assertEquals("you", suggested("I will SEE", "").get(0));
    assertEquals("I", suggested("", "").get(0));
    assertEquals("London", suggested("we are going to", "").get(0));
    List<Suggestion> three = keyboard.suggest(List.of("see", "you"), "");
    assertEquals(3, three.size());
    assertTrue(three.get(0).probability() >= three.get(1).probability());
    assertEquals(Suggestion.Kind.PREDICTION, three.get(0).kind());
  }

  @Test
  public void staysQuietWhereNothingIsLikelyEnough() {
    keyboard.setThreshold(0.99);
    assertEquals(List.of(), suggested("see you", ""));
    assertFalse("what is typed is completed still", suggested("see you", "tomo").isEmpty());
  }

  @Test
  public void completesByContext() {
    assertEquals("tomorrow", suggested("i will see you", "to").get(0));
    assertEquals("train", suggested("i am on the", "t").get(0));
    assertEquals(Suggestion.Kind.COMPLETION, keyboard.suggest(List.of(), "tomo").get(0).kind());
    assertEquals("a word beyond the vocabulary", "Wales", suggested("we are going to", "wal").get(0));
  }

  @Test
  public void keepsTheCapitalsOfWhatIsTyped() {
    assertEquals("Tomorrow", suggested("see you", "Tomo").get(0));
    assertEquals("TOMORROW", suggested("see you", "TOMO").get(0));
    assertEquals("London", suggested("going to", "lon").get(0));
    assertEquals("I", suggested("", "i").get(0));
    assertFalse("what is typed right needs no suggestion", suggested("", "I").contains("I"));
  }

  @Test
  public void correctsSlips() {
    assertEquals("neighbouring key", "train", suggested("on the", "trsin").get(0));
    assertEquals("swapped", "train", suggested("on the", "tarin").get(0));
    assertEquals("one too few", "weather", suggested("the", "wether").get(0));
    assertEquals("one too many", "train", suggested("on the", "trrain").get(0));
    assertEquals("apostrophe", "don't", suggested("i", "dont").get(0));
    assertEquals("accent", "café", suggested("the", "cafe").get(0));
    assertEquals(Suggestion.Kind.CORRECTION, keyboard.suggest(List.of("on", "the"), "trsin").get(0).kind());
    assertEquals("no word is near", List.of(), suggested("the", "xqzvkw"));
  }

  @Test
  public void knowsTheBelongingsOfWhatItKnows() {
    assertTrue(keyboard.knows("London's"));
    assertFalse(keyboard.knows("zorblax's"));
    assertFalse(keyboard.knows("'s"));
  }

  @Test
  public void neverSuggestsAnOffensiveWord() {
    assertFalse(suggested("what the", "hel").contains("hell"));
    assertTrue("it is a word, not a slip", keyboard.knows("hell"));
  }

  @Test
  public void aSlipTypedOnceStaysInvisibleAndAWordTypedTwiceIsSuggested() {
    assertFalse(keyboard.knows("zorblax"));
    keyboard.learn("see you at zorblax");
    assertFalse(suggested("see you at", "").contains("zorblax"));
    assertFalse(suggested("see you at", "zor").contains("zorblax"));
    assertFalse(keyboard.knows("zorblax"));
    assertFalse(learned("zorblax").suggested());
    keyboard.learn("see you at zorblax");
    assertTrue(suggested("see you at", "").contains("zorblax"));
    assertEquals("zorblax", suggested("see you at", "zor").get(0));
    assertTrue(keyboard.knows("Zorblax"));
    assertTrue(learned("zorblax").suggested());
  }

  @Test
  public void remembersHowTheUserWritesAWord() {
    keyboard.learn("I met McKay today");
    keyboard.learn("then McKay left");
    assertEquals("McKay", suggested("then", "mck").get(0));
  }

  @Test
  public void aForgottenWordHasItsOldProbabilityExactly() {
    double before = keyboard.probability(List.of("see", "you"), "tonight");
    byte[] nothing = keyboard.savePersonal();
    for (int i = 0; i < 5; i++) {
      keyboard.learn("tonight tonight");
    }
    assertTrue(keyboard.probability(List.of("see", "you"), "tonight") > before);
    assertTrue(keyboard.forget("Tonight"));
    assertEquals(before, keyboard.probability(List.of("see", "you"), "tonight"), 0);
    assertEquals(List.of(), keyboard.learned());
    assertFalse(keyboard.forget("tonight"));
    assertFalse(new String(keyboard.savePersonal(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("tonight"));
    assertTrue(nothing.length > 0);
  }

  @Test
  public void unusedWordsFade() {
    keyboard.learn("zorblax zorblax");
    double fresh = learned("zorblax").weight();
    for (int i = 0; i < 4000; i++) {
      keyboard.learn("see you later my friend");
    }
    assertTrue(learned("zorblax").weight() < 0.6 * fresh);
  }

  @Test
  public void learnedStateComesBackAndADamagedOneIsRefused() throws Exception {
    keyboard.learn("see you at Zorblax");
    keyboard.learn("see you at Zorblax");
    keyboard.learn("forget me not");
    keyboard.forget("forget");
    byte[] saved = keyboard.savePersonal();
    KeyboardSuggester other = new KeyboardSuggester(MODEL);
    other.restorePersonal(saved);
    assertArrayEquals(saved, other.savePersonal());
    assertEquals(3, other.sentencesLearned());
    assertEquals(keyboard.learned(), other.learned());
    assertEquals(keyboard.probability(List.of("you", "at"), "zorblax"),
        other.probability(List.of("you", "at"), "zorblax"), 0);
    saved[saved.length / 2] ^= 1;
    assertThrows(FormatException.class, () -> other.restorePersonal(saved));
    assertEquals(keyboard.learned(), other.learned());
    keyboard.forgetAll();
    assertEquals(List.of(), keyboard.learned());
  }

  @Test
  public void answersWithTheNetworkAsWithout() throws Exception {
    KeyboardModel with = KeyboardModel.load(SmallKeyboard.model(true).toCheckpoint().toBytes());
    KeyboardSuggester full = new KeyboardSuggester(with);
    List<Suggestion> there = full.suggest(List.of("see", "you"), "");
    double p = full.probability(List.of("see", "you"), "later");
    full.suggest(List.of("see"), "");
    full.suggest(List.of("what", "are"), "y");
    assertEquals("going back gives the same", p, full.probability(List.of("see", "you"), "later"), 0);
    assertEquals(there, full.suggest(List.of("see", "you"), ""));
    assertEquals("you", words(new KeyboardSuggester(with, null).suggest(List.of("i", "will", "see"), "")).get(0));
  }

  @Test
  public void networkGivesTheSameOnAnotherEngine() throws Exception {
    KeyboardModel model = SmallKeyboard.model(true);
    KeyboardStep step = new KeyboardStep(model.network());
    ExportedNetwork exported = step.export(Precision.FLOAT32);
    assertEquals(exported.signature(), step.signature());
    try (InferenceEngine java = step.javaEngine();
        InferenceEngine tflite = new DesktopTfliteEngine(exported.file(), true, exported.signature().state())) {
      KeyboardSuggester own = new KeyboardSuggester(model);
      for (InferenceEngine engine : List.of(java, tflite)) {
        KeyboardSuggester other = new KeyboardSuggester(model,
            new SentenceNetwork(new EngineStep(engine), model.network().stateSize()));
        for (String word : List.of("later", "tomorrow", "the")) {
          assertEquals(engine.name(), own.probability(List.of("see", "you"), word),
              other.probability(List.of("see", "you"), word), 1e-6);
        }
      }
    }
  }

  @Test
  public void modelComesBackFromItsFile() throws Exception {
    byte[] file = MODEL.toCheckpoint().toBytes();
    KeyboardModel again = KeyboardModel.load(file);
    assertArrayEquals(file, again.toCheckpoint().toBytes());
    assertThrows(FormatException.class, () -> KeyboardModel.load(new byte[100]));
  }

  @Test
  public void countsTheKeysOfATypist() {
    TextScore score = new TextScore();
    score.add(keyboard, List.of("i", "will", "see", "you", "zzz"));
    assertEquals(5, score.words());
    assertEquals(20, score.outsidePercent(), 1e-9);
    assertTrue(score.top3Percent() > 60);
    assertTrue(score.keystrokeSavingsPercent() > 40 && score.keystrokeSavingsPercent() < 80);
    TextScore strange = new TextScore();
    strange.add(keyboard, List.of("zzzz"));
    assertEquals("every letter and the space", 0, strange.keystrokeSavingsPercent(), 1e-9);
  }

  private LearnedWord learned(String word) {
    return keyboard.learned().stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow();
  }
}
