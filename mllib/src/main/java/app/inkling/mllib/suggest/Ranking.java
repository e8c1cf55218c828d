package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders words: by the general model under the personal one, and where letters are typed, by how likely these letters
 * are if that word is meant. One thread at a time.
 *
 * <p>All words have one numbering here: first the word list's, then those of no list that the user taught us. A word
 * of the list beyond the vocabulary gets its share of the probability of the unknown word.
 */
final class Ranking {
  /** Of the unknown word's probability, what a word of no list gets at once for having been typed so. */
  private static final double UNLISTED = 1e-4;

  private final WordList list;
  private final Vocabulary vocabulary;
  private final Corrections corrections;
  /** See {@link Listing}. */
  private final int[] numbers;
  private final float[] shares;
  /** By learned word: its index here; those of no list come behind the list. */
  private int[] indices = new int[0];
  private int known;
  private final List<String> unlisted = new ArrayList<>();
  private PersonalModel personal;
  private double[] more = new double[0];
  /** By index: probability of the word, then of the word and the letters. */
  private double[] scores;
  private double[] matches;
  private double unknown;
  private double keep;
  private float[] general;

  Ranking(KeyboardModel model) {
    list = model.wordList();
    vocabulary = model.vocabulary();
    corrections = new Corrections(list);
    numbers = model.listing().numbers;
    shares = model.listing().shares;
    scores = new double[list.size()];
    matches = new double[list.size()];
  }

  /** Computes the probability of every word after {@code before}. */
  void use(float[] general, PersonalModel learned, List<String> before) {
    number(learned);
    keep = learned.after(before, more);
    this.general = general;
    unknown = keep * general[Vocabulary.UNKNOWN];
    for (int i = 0; i < numbers.length; i++) {
      scores[i] = list.isSilent(i) ? 0 : numbers[i] >= 0 ? keep * general[numbers[i]] : unknown * shares[i];
    }
    Arrays.fill(scores, list.size(), scores.length, 0);
    for (int word = 0; word < known; word++) {
      if (indices[word] < list.size() || learned.uses(word) >= PersonalModel.EVIDENCE) {
        scores[indices[word]] += more[word];
      }
    }
  }

  /** Gives new learned words their index. */
  private void number(PersonalModel learned) {
    if (learned != personal) {
      personal = learned;
      known = 0;
      unlisted.clear();
    }
    if (learned.size() > more.length) {
      more = new double[2 * learned.size()];
      indices = Arrays.copyOf(indices, more.length);
    }
    for (; known < learned.size(); known++) {
      String word = learned.words.get(known);
      int index = list.find(word);
      if (index < 0) {
        index = list.size() + unlisted.size();
        unlisted.add(word);
      }
      indices[known] = index;
    }
    if (list.size() + unlisted.size() > scores.length) {
      scores = new double[list.size() + 2 * unlisted.size()];
      matches = new double[scores.length];
    }
  }

  private int words() {
    return list.size() + unlisted.size();
  }

  private String word(int index) {
    return index < list.size() ? list.word(index) : unlisted.get(index - list.size());
  }

  /** As the user writes it, or else the list. */
  private String shown(int index) {
    int number = personal.number(word(index));
    boolean taught = number >= 0 && personal.uses(number) >= PersonalModel.EVIDENCE;
    return taught ? personal.written.get(number) : index < list.size() ? list.shown(index) : word(index);
  }

  double probability(String word) {
    int index = indexOf(word);
    if (index >= 0 && (index >= list.size() || !list.isSilent(index))) {
      return scores[index];
    }
    int number = vocabulary.number(word);
    return number == Vocabulary.UNKNOWN ? 0 : keep * general[number];
  }

  List<Suggestion> predictions() {
    List<Suggestion> best = new ArrayList<>();
    for (int index : best(scores, -1)) {
      best.add(new Suggestion(shown(index), Suggestion.Kind.PREDICTION, Math.min(1, scores[index])));
    }
    return best;
  }

  List<Suggestion> completions(String typed) {
    String lower = WordList.lower(typed);
    Arrays.fill(matches, 0);
    corrections.search(lower, this::match);
    for (int index = list.size(); index < words(); index++) {
      if (word(index).startsWith(lower)) {
        matches[index] = scores[index];
      }
    }
    int itself = indexOf(lower);
    double total = itself < 0 ? unknown * UNLISTED : matches[itself] > 0 ? 0 : probability(lower);
    for (double match : matches) {
      total += match;
    }
    boolean right = itself >= 0 && (shown(itself).equals(typed) || !typed.equals(lower));
    List<Suggestion> best = new ArrayList<>();
    for (int index : best(matches, right ? itself : -1)) {
      best.add(new Suggestion(Casing.like(typed, shown(index)), word(index).startsWith(lower)
          ? Suggestion.Kind.COMPLETION : Suggestion.Kind.CORRECTION, matches[index] / total));
    }
    return best;
  }

  private int indexOf(String word) {
    int index = list.find(word);
    int at = index < 0 ? unlisted.indexOf(word) : -1;
    return index >= 0 ? index : at >= 0 ? list.size() + at : -1;
  }

  private void match(int from, int to, float price) {
    double likelihood = price == 0 ? 1 : StrictMath.exp(-price);
    for (int i = from; i < to; i++) {
      matches[i] = Math.max(matches[i], scores[i] * likelihood);
    }
  }

  /** Indices of up to three of the largest values above 0, but one. */
  private int[] best(double[] values, int but) {
    int[] best = new int[Suggester.SLOTS];
    int count = 0;
    int words = words();
    for (int i = 0; i < words; i++) {
      double value = values[i];
      if (value <= 0 || i == but || count == best.length && value <= values[best[count - 1]]) {
        continue;
      }
      int at = count < best.length ? count++ : count - 1;
      for (; at > 0 && values[best[at - 1]] < value; at--) {
        best[at] = best[at - 1];
      }
      best[at] = i;
    }
    return Arrays.copyOf(best, count);
  }
}
