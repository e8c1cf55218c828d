package app.inkling.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import android.text.InputType;
import android.view.inputmethod.EditorInfo;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import app.inkling.data.SampleCount;
import app.inkling.data.SampleUseRow;
import app.inkling.data.SessionRow;
import app.inkling.mllib.train.session.Depth;
import app.inkling.screens.App;
import app.inkling.suggest.Field;
import app.inkling.suggest.FieldRules;
import app.inkling.suggest.Offer;
import app.inkling.suggest.WordSource.Question;
import app.inkling.testing.Habits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;

/**
 * Sessions of the keyboard's network in the app: from what was typed to other words in the strip, and back.
 */
@RunWith(AndroidJUnit4.class)
public final class WordTrainingsTest {
  @Rule(order = 0)
  public final App app = new App();

  @Rule(order = 1)
  public final Habits habits = new Habits(app);

  private void session(Depth depth) throws Exception {
    habits.onTraining(() -> app.container().wordTrainings().run(depth, Trainings.HAND, () -> false));
  }

  /**
   * What the general model offers: nothing of the personal words, so that the network alone can change it.
   */
  private List<String> offered(String sentence) {
    Field incognito = FieldRules.of(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE,
        EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING);
    List<List<Offer>> answers = new ArrayList<>();
    app.words().setQuietPercent(0);
    app.words().ask(new Question(sentence, "", incognito), answers::add);
    app.settle();
    return answers.get(answers.size() - 1).stream().map(Offer::word).collect(Collectors.toList());
  }

  /** What is offered after each beginning of each habit. */
  private List<List<String>> alongTheHabits() {
    List<List<String>> all = new ArrayList<>();
    for (String habit : Habits.SENTENCES) {
      String sentence = "";
      for (String word : habit.split(" ")) {
        all.add(offered(sentence));
        sentence += word + " ";
      }
    }
    return all;
  }

  private static int right(List<List<String>> offered) {
    int right = 0;
    int at = 0;
    for (String habit : Habits.SENTENCES) {
      for (String word : habit.split(" ")) {
        right += offered.get(at++).contains(word) ? 1 : 0;
      }
    }
    return right;
  }

  @Test
  public void whatWasTypedIsLearnedUsedAndTakenBack() throws Exception {
    habits.write(39);
    assertEquals(List.of(new SampleCount(null, 39, 0, 39)), habits.learning().samples());
    session(Depth.FULL);
    assertEquals("too few: no session", null, habits.learning().session());
    habits.write(41);
    List<List<String>> before = alongTheHabits();
    session(Depth.FULL);
    SessionRow session = habits.learning().session();
    assertEquals(session.outcome, SessionRow.State.ACCEPTED.name(), session.state);
    assertEquals(habits.learning().active().id, session.result);
    assertEquals("all of it taught or judged", 0, habits.learning().waiting());
    List<List<String>> after = alongTheHabits();
    assertNotEquals("the new network suggests", before, after);
    assertTrue(right(before) + " right before, " + right(after) + " after", right(after) > right(before));
    app.container().wordTrainings().use(session.base);
    app.settle();
    assertEquals("as before", before, alongTheHabits());
    app.container().wordTrainings().use(session.result);
    app.settle();
    assertEquals(after, alongTheHabits());
  }

  @Test
  public void aForgottenWordTeachesNothing() throws Exception {
    habits.write(88);
    app.words().forget("parade");
    app.settle();
    assertEquals("two of four habits have it", 44, habits.learning().waiting());
    session(Depth.QUICK);
    String version = habits.learning().session().result;
    List<SampleUseRow> uses = habits.onTraining(() -> app.container().sessions().uses(version));
    assertEquals(44, uses.size());
    Map<String, String> written = habits.onTraining(() -> app.container().sentences().all().stream()
        .collect(Collectors.toMap(sentence -> sentence.id, sentence -> sentence.text)));
    for (SampleUseRow use : uses) {
      assertFalse(written.get(use.sample), written.get(use.sample).contains("parade"));
    }
    assertEquals("the last fifth judges", 8, uses.stream().filter(use -> use.heldOut).count());
  }
}
