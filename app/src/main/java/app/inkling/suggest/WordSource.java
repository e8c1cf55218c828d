package app.inkling.suggest;

import java.util.List;
import java.util.function.Consumer;

/** Where a keyboard's words come from and go to. All calls and answers are on the main thread. */
public interface WordSource {
  /**
   * What is known when words are wanted.
   *
   * @param sentence what stands before the word being typed, from its sentence's start
   * @param typed the letters of the word so far; empty when the next word is wanted
   * @param field where it is typed; decides whether learned words may be offered
   */
  record Question(String sentence, String typed, Field field) {}

  /**
   * Finds at most three words, the likeliest first; none when nothing is likely enough. The answer comes later,
   * perhaps twice (a quick one, then a better one), perhaps never if another question follows at once.
   */
  void ask(Question question, Consumer<List<Offer>> answer);

  /**
   * Stores and learns what was typed into {@code field}, if the field allows it at all.
   *
   * @param sentence as it stood in the field, only what was typed here
   */
  void learn(String sentence, Field field);

  /** The typist took back a correction: {@code typed} was meant. */
  void keep(String typed, Field field);

  /** Never offers this word again, unless it is learned anew. */
  void forget(String word);
}
