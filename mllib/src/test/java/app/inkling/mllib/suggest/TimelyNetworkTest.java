package app.inkling.mllib.suggest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;

/** Real threads: a network that is quick, slow, broken. */
public final class TimelyNetworkTest {
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(8);
  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(20);

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Slow slow = new Slow();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());

  @After
  public void stop() throws InterruptedException {
    slow.go.countDown();
    thread.shutdown();
    assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
  }

  /** Says how many words there were; waits until it is let go. */
  private static final class Slow implements NetworkWords {
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final float[] answer = new float[1];
    private boolean broken;

    @Override
    public float[] after(int[] before) {
      asked.add(Arrays.toString(before));
      try {
        assertTrue(go.await(10, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (broken) {
        throw new IllegalStateException("broken");
      }
      answer[0] = before.length;
      return answer;
    }

    @Override
    public void clear() { }
  }

  private TimelyNetwork over(NetworkWords network, long patience) {
    return new TimelyNetwork(network, thread, patience, arrived::countDown, failures::add);
  }

  @Test
  public void answersAtOnceWhatComesInTime() {
    slow.go.countDown();
    TimelyNetwork network = over(slow, TimeUnit.SECONDS.toNanos(10));
    float[] two = network.after(new int[] {5, 6});
    assertEquals(2, two[0], 0);
    assertSame("asked again, nothing is computed", two, network.after(new int[] {5, 6}));
    assertEquals(1, slow.asked.size());
    assertEquals(3, network.after(new int[] {5, 6, 7})[0], 0);
    assertEquals("an answer is the asker's own", 2, two[0], 0);
    assertEquals("nobody waits for a call", 1, arrived.getCount());
  }

  @Test
  public void givesUpInTimeAndCallsWhenTheAnswerHasCome() throws InterruptedException {
    TimelyNetwork network = over(slow, PATIENCE);
    long best = Long.MAX_VALUE;
    int last = 0;
    for (; last == 0 || best >= LATE && last < 50; last++) { // a busy processor makes its tests wait, too
      long start = System.nanoTime();
      assertNull(network.after(new int[] {last}));
      assertNull("waited for once", network.after(new int[] {last}));
      best = Math.min(best, System.nanoTime() - start);
    }
    assertNull(network.after(new int[] {last}));
    assertTrue("took " + best + " ns at best", best < LATE);
    assertEquals(1, arrived.getCount());
    slow.go.countDown();
    assertTrue("nobody called", arrived.await(10, TimeUnit.SECONDS));
    assertArrayEquals(new float[] {1}, network.after(new int[] {last}), 0);
    assertEquals("only the latest is worked on", List.of("[0]", "[" + last + "]"), slow.asked);
  }

  @Test
  public void aNetworkThatFailsIsNamedAndHoldsNobodyUp() throws Exception {
    slow.broken = true;
    slow.go.countDown();
    TimelyNetwork network = over(slow, TimeUnit.SECONDS.toNanos(10));
    assertNull(network.after(new int[] {1}));
    thread.submit(() -> { }).get();
    assertNull(network.after(new int[] {1}));
    assertEquals("one failure, told once", 1, failures.size());
    assertEquals("broken", failures.get(0).getMessage());
    assertEquals(1, arrived.getCount());
  }

  @Test
  public void forgetsTheSentenceWhenTold() {
    slow.go.countDown();
    TimelyNetwork network = over(slow, TimeUnit.SECONDS.toNanos(10));
    network.after(new int[] {1});
    network.clear();
    network.after(new int[] {1});
    assertEquals("asked anew", 2, slow.asked.size());
  }

  @Test
  public void theKeyboardShowsNgramsUntilTheNetworkHasAnswered() throws Exception {
    KeyboardModel small = SmallKeyboard.model(true);
    KeyboardModel model = new KeyboardModel(small.vocabulary(), small.ngrams(), small.wordList(), small.network(),
        new KeyboardModel.Mixing(new float[] {0.5f, 0.5f, 0.5f}, 0), Map.of());
    SentenceNetwork real = SentenceNetwork.of(model);
    NetworkWords held = new NetworkWords() {
      @Override
      public float[] after(int[] before) {
        slow.after(before);
        return real.after(before);
      }

      @Override
      public void clear() { }
    };
    KeyboardSuggester keyboard = new KeyboardSuggester(model, over(held, PATIENCE));
    KeyboardSuggester judge = new KeyboardSuggester(model);
    KeyboardSuggester ngrams = new KeyboardSuggester(model, null);
    List<String> before = List.of("see", "you");
    assertEquals(ngrams.suggest(before, ""), keyboard.suggest(before, ""));
    assertFalse(keyboard.whole());
    slow.go.countDown();
    assertTrue(arrived.await(10, TimeUnit.SECONDS));
    List<Suggestion> whole = keyboard.suggest(before, "");
    assertTrue(keyboard.whole());
    assertEquals(judge.suggest(before, ""), whole);
    assertFalse("the network changes something", whole.equals(ngrams.suggest(before, "")));
  }
}
