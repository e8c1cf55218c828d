package app.inkling.mllib.model.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words by where their vectors point: neighbours are those with the smallest angle, and differences carry
 * meaning, {@code king - man + woman} lying near {@code queen} (Mikolov et al. 2013, "Linguistic
 * regularities").
 */
public final class Neighbours {
  private final List<String> words;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[][] directions;

  /** @param vectors one for each word, such as the rows of an embedding's weight */
  public Neighbours(List<String> words, float[][] vectors) {
    if (words.size() != vectors.length) {
      throw new IllegalArgumentException("Neighbours: wants a vector for each of " + words.size() + " words, got "
          + vectors.length);
    }
    this.words = List.copyOf(words);
    directions = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      numbers.put(words.get(i), i);
      directions[i] = new double[vectors[i].length];
      for (int j = 0; j < vectors[i].length; j++) {
        directions[i][j] = vectors[i][j];
      }
      shortenToOne(directions[i]);
    }
  }

  /** So many words with the smallest angle to this one, the nearest first. */
  public List<String> nearest(String word, int count) {
    return nearest(directions[number(word)], count, List.of(word));
  }

  /** What is to c as b is to a: the words nearest to {@code b - a + c}, none of the three. */
  public List<String> analogy(String a, String b, String c, int count) {
    double[] target = new double[directions[0].length];
    for (int j = 0; j < target.length; j++) {
      target[j] = directions[number(b)][j] - directions[number(a)][j] + directions[number(c)][j];
    }
    return nearest(target, count, List.of(a, b, c));
  }

  /** Cosine of the angle between two words: 1 in one direction, 0 at right angles. */
  public double similarity(String one, String other) {
    return dot(directions[number(one)], directions[number(other)]);
  }

  private List<String> nearest(double[] target, int count, List<String> left) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < directions.length; i++) {
      if (!left.contains(words.get(i))) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingDouble(i -> -dot(directions[i], target)));
    return order.stream().limit(count).map(words::get).collect(Collectors.toList());
  }

  private int number(String word) {
    Integer number = numbers.get(word);
    if (number == null) {
      throw new IllegalArgumentException("Neighbours: wants one of " + words.size() + " known words, got \"" + word
          + "\"");
    }
    return number;
  }

  private static void shortenToOne(double[] vector) {
    double norm = Math.sqrt(dot(vector, vector));
    for (int j = 0; norm > 0 && j < vector.length; j++) {
      vector[j] /= norm;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
