package app.inkling.mllib.suggest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import app.inkling.mllib.model.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.BeforeClass;
import org.junit.Test;

/** The model that ships: its size, and that it talks like a person of few surprises. */
public class ShippedKeyboardModelTest {
  private static final Path FILE = Path.of("src/models/keyboard.inkling");
  private static KeyboardModel model;
  private static KeyboardSuggester keyboard;

  @BeforeClass
  public static void load() throws Exception {
    model = KeyboardModel.load(FILE);
    keyboard = new KeyboardSuggester(model);
  }

  private static List<String> suggested(String before, String typed) {
    return keyboard.suggest(Words.of(before), typed).stream().map(Suggestion::word).collect(Collectors.toList());
  }

  @Test
  public void keepsItsLimits() throws Exception {
    assertTrue(Files.size(FILE) + " bytes", Files.size(FILE) <= 5_000_000);
    assertEquals(10_000, model.vocabulary().words().size());
    assertTrue(model.network().parameterCount() + " numbers", model.network().parameterCount() <= 2_000_000);
  }

  @Test
  public void knowsEverydayEnglish() {
    assertEquals("you", suggested("thank", "").get(0));
    assertTrue(suggested("", "").contains("I"));
    assertTrue(suggested("how are", "").contains("you"));
    assertTrue(suggested("i am looking forward", "").contains("to"));
    assertTrue(suggested("see you", "tom").contains("tomorrow"));
    assertTrue(suggested("i live in", "Lond").contains("London"));
  }

  @Test
  public void correctsCommonSlips() {
    assertEquals("the", suggested("what is", "teh").get(0));
    assertEquals("don't", suggested("i", "dont").get(0));
    assertEquals("because", suggested("it is late", "becuase").get(0));
    assertTrue(suggested("tomorrow", "i").contains("I"));
    assertEquals("receive", suggested("did you", "recieve").get(0));
    assertFalse("a misspelling is no word", keyboard.knows("recieved"));
  }

  @Test
  public void leavesBritishSpellingsAsTheyAre() {
    for (String word : List.of("colour", "centre", "realise", "labour", "organisations", "travelling", "cheque")) {
      assertTrue(word, keyboard.knows(word));
    }
    assertEquals("colour", suggested("my favourite", "colou").get(0));
  }

  @Test
  public void staysQuietNowAndThen() {
    assertTrue(keyboard.threshold() > 0 && keyboard.threshold() < 0.2);
  }
}
